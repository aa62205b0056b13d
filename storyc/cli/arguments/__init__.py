"""What commands take: options, scripts, pages, saved plans, addresses to be called back at."""
