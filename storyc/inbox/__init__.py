"""Where the service's webhooks arrive: one door on loopback, and news for whoever waits for a generation."""

from .address import callback_url
from .inbox import Inbox
from .news import News, NewsKind
from .settings import WebhookSettings

__all__ = ["Inbox", "News", "NewsKind", "WebhookSettings", "callback_url"]
