const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** Markup that was already made safe. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Piece = string | number | Markup | Piece[]

function render(piece: Piece): string {
  if (Array.isArray(piece)) return piece.map(render).join('')
  return piece instanceof Markup ? piece.text : escapeHtml(String(piece))
}

/** A template tag that escapes whatever it is given, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(strings.map((part, index) => part + render(pieces[index] ?? '')).join(''))
}

const CSS = `
:root{color-scheme:light dark;--ground:#f4f5f7;--card:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d5dae0;--accent:#1b5e8a;--on:#fff;--warn:#7a4b00;--warnbg:#fff3d6}
@media(prefers-color-scheme:dark){:root{--ground:#14171b;--card:#1d2228;--ink:#e9edf1;--soft:#a3adb8;--line:#38414b;--accent:#7cc0ee;--on:#0d1a24;--warn:#ffd98a;--warnbg:#3a2e12}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.note{background:var(--warnbg);color:var(--warn);text-align:center;padding:8px 16px;font-weight:600;font-size:14px}
main{max-width:560px;margin:24px auto 64px;padding:0 16px}
main.wide{max-width:880px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;margin:0 0 16px}
h1{font-size:22px;line-height:1.3;margin:0 0 4px}
h2{font-size:16px;margin:0 0 8px}
p{margin:0 0 12px}.soft{color:var(--soft);font-size:14px}
.sum{font-size:32px;font-weight:700;font-variant-numeric:tabular-nums;margin:4px 0 12px}
.row{display:flex;justify-content:space-between;gap:16px;padding:6px 0;border-top:1px solid var(--line)}
.row .amount{white-space:nowrap;font-variant-numeric:tabular-nums}
form{margin:0}form.line{display:flex;gap:8px;flex-wrap:wrap;align-items:end}
button,.button{display:block;width:100%;min-height:44px;margin:8px 0 0;padding:9px 16px;border:1px solid var(--accent);border-radius:8px;background:transparent;color:var(--accent);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button.first,.button.first{background:var(--accent);color:var(--on)}
form.line button{width:auto}
button:focus-visible,a:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
input{min-height:44px;padding:8px 12px;border:1px solid var(--soft);border-radius:8px;background:var(--card);color:var(--ink);font:inherit;font-weight:400;width:100%}
label{flex:1 1 220px;font-weight:600;font-size:14px}
a{color:var(--accent)}summary{cursor:pointer;padding:10px 0;margin-top:8px}
.alert{border-left:4px solid #c2413a;padding:4px 0 4px 12px;margin:0 0 12px}
nav{display:flex;gap:16px;margin:0 0 16px;flex-wrap:wrap}nav a{padding:10px 0}nav a[aria-current]{font-weight:700;color:var(--ink);text-decoration:none;border-bottom:2px solid var(--accent)}
ul.list{list-style:none;margin:0;padding:0}ul.list li{border-top:1px solid var(--line);padding:12px 0}ul.list li:first-child{border-top:0}
pre{white-space:pre-wrap;margin:0;font:15px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
iframe{width:100%;height:480px;border:1px solid var(--line);border-radius:8px;background:#fff}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0 0 12px}dt{color:var(--soft)}dd{margin:0}
`

/** A whole page that says at its top what it is. */
export function page(title: string, body: Markup, wide = false): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${new Markup(CSS)}</style></head>
<body><div class="note" role="note">Sandbox - no real money moves</div>
<main class="${wide ? 'wide' : ''}">${body}</main></body></html>
`.text
}

/** Only addresses of the web may become links: what is shown here was written by anyone. */
export function webAddress(text: string): string | null {
  try {
    const url = new URL(text)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
