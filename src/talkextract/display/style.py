"""The look of marks and tables, for light and dark pages.

Colours are those of Okabe and Ito ("Color Universal Design", 2008) and Paul Tol's wine, as a tint that leaves the
page's own text colour readable. The line under a mark has the colour mixed with that of the text, which makes it darker
on a light page and lighter on a dark one: at least 3:1 on both (WCAG 1.4.11). Kinds whose lines are of one style have
colours that readers of every kind of colour vision tell apart; the tests measure both. Rules are held to the class
`tx`, so that nothing else of a notebook changes; those of tables name it three times, since JupyterLab has rules for
every table (`.jp-RenderedHTMLCommon:not(.jp-RenderedMarkdown) td`) that weigh more than one class does.
"""

from __future__ import annotations

__all__ = ["STYLE"]

_LOOKS = {
    "talk": ("0,158,115", "double"),
    "other_talks": ("0,158,115", "dashed"),
    "delegations": ("0,114,178", "dotted"),
    "units": ("0,114,178", "solid"),
    "people": ("230,159,0", "solid"),
    "agreements": ("136,34,85", "solid"),
    "border_points": ("86,180,233", "solid"),
    "figures": ("213,94,0", "solid"),
    "dates": ("190,175,20", "dashed"),
    "topics": ("128,128,128", "dotted"),
    "document": ("128,128,128", "solid"),
}

_BASE = """\
.tx{font:14px/1.6 system-ui,sans-serif;max-width:100%}
.tx-side-by-side{display:flex;flex-wrap:wrap;gap:1.5em;align-items:flex-start}
.tx-text{flex:3 1 24em;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;max-width:46em}
.tx-text br{display:none}
.tx-record{flex:2 1 20em;min-width:0}
.tx mark{--ink:color-mix(in srgb,rgb(var(--c)) 70%,currentColor);color:inherit;background:rgba(var(--c),.18);
border-bottom:3px var(--l) var(--ink);border-radius:2px;position:relative;padding:0 1px}
.tx mark:focus,.tx mark:target{outline:2px solid var(--ink);outline-offset:1px}
.tx mark:focus::after{content:attr(title);position:absolute;left:0;top:100%;z-index:9;width:max-content;max-width:32em;
white-space:pre-wrap;padding:.4em .6em;border-radius:4px;border:1px solid #888;background:#222;color:#fff;
font:12px/1.4 ui-monospace,monospace}
.tx.tx.tx table{border-collapse:collapse;margin:0 0 1em;font-size:13px;line-height:1.5;display:block;overflow-x:auto}
.tx.tx.tx caption{text-align:left;font-weight:600;padding:.2em 0;color:inherit}
.tx.tx.tx th,.tx.tx.tx td{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;border:0;
border-bottom:1px solid rgba(128,128,128,.3);background:none;color:inherit;white-space:normal}
.tx.tx.tx th{font-weight:600;white-space:nowrap}
.tx.tx.tx a{color:inherit;text-decoration:underline;text-decoration-color:rgba(128,128,128,.8);
text-underline-offset:2px}
.tx.tx.tx ul{margin:0;padding-left:1.1em}
.tx .tx-none{opacity:.75;font-style:italic}
.tx.tx.tx .tx-key{display:flex;flex-wrap:wrap;gap:.3em 1em;margin:0 0 .8em;padding:0;list-style:none;font-size:12px}
.tx .tx-whole{white-space:nowrap}
.tx details{margin:0 0 .5em}
.tx td details{margin:0}
.tx.tx.tx summary{display:list-item;cursor:pointer}
"""

STYLE = _BASE + "".join(f".tx .tx-{part}{{--c:{colour};--l:{line}}}\n" for part, (colour, line) in _LOOKS.items())
