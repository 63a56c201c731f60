import { marked } from 'marked'

/** Comments as GitHub shows them, roughly: its Markdown, its widths, its type. */
export function onGithub(markdown: readonly string[], width: number): string {
  const boxes = markdown.map((one) => `<div class="box">${marked.parse(one, { async: false, gfm: true })}</div>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>GitHub</title><style>${STYLE}body{max-width:${width}px}</style><body>${boxes.join('')}</body></html>`
}

const STYLE = `
body{font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;margin:20px;color:#1f2328;background:#fff}
.box{border:1px solid #d1d9e0;border-radius:6px;padding:8px 16px;margin-bottom:16px;overflow-wrap:anywhere}
h2{font-size:1.5em;border-bottom:1px solid #d1d9e0;padding-bottom:.3em}h3{font-size:1.25em}a{color:#0969da}
code{background:#eff1f3;padding:.2em .4em;border-radius:6px;font:85% ui-monospace,"DejaVu Sans Mono",monospace}
pre{background:#f6f8fa;padding:12px;overflow:auto;border-radius:6px}pre code{background:none;padding:0}
table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid #d1d9e0;padding:6px 13px}sub{color:#59636e}
`
