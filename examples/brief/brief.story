Title: The Lighthouse Tin
Author: storyc
Language: en
Size: 1024x768
Preset: neutral
Upscale: 2K
Brief: https://s.llamagen.ai/workspace/lighthouse-tin-brief.pdf

/* The script is somebody else's PDF. There are no pages here: the service is told to follow the
   brief. What this file adds is what the brief leaves out: the look, the limits, and pictures of
   the product. */

STYLE

art: mid-century travel poster, flat shapes, visible paper grain
palette: sea green, cream, signal red

CONSTRAINTS

forbidden: photographs, gradients, any slogan that is not in the brief
consistency: the tin is always shown with its lid on

ATTACHMENTS

https://example.com/products/lighthouse-tin-front.png (product)
https://example.com/products/lighthouse-tin-lid.png (product)
https://example.com/brand/colour-card.pdf (document)
art/layout.png (sketch)
