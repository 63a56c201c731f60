import { SEVERITIES } from '../../core/finding.ts'

/** Hides what is unticked at the top; no script is needed for it. */
const FILTERS = SEVERITIES.map(
  (severity) => `body:has(#show-${severity}:not(:checked)) .finding.${severity}{display:none}`,
)

export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--card:#fff;--ink:#1f2328;--faint:#59636e;--line:#d1d9e0;--code:#f6f8fa;
--critical:#a40e26;--high:#d1242f;--medium:#9a6700;--low:#0969da;--note:#59636e;--good:#1a7f37;--mark:#ffd8d3;--add:#dafbe1;--del:#ffebe9}
@media(prefers-color-scheme:dark){:root{--page:#0d1117;--card:#151b23;--ink:#e6edf3;--faint:#9198a1;--line:#30363d;--code:#0b0f14;
--critical:#ff6b6b;--high:#f85149;--medium:#d29922;--low:#58a6ff;--note:#9198a1;--good:#3fb950;--mark:#5c1f1d;--add:#12361f;--del:#4a1a1b}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.page{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.05rem;margin:2.25rem 0 .75rem;overflow-wrap:anywhere}h3{font-size:1rem;margin:0}
a{color:var(--low)}p{margin:.5rem 0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
code{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:.05em .3em;overflow-wrap:anywhere}
pre{background:var(--code);border:1px solid var(--line);border-radius:6px;margin:.75rem 0;padding:.6rem 0;overflow-x:auto;line-height:1.5;tab-size:4}
pre span{display:block;padding:0 .9rem;white-space:pre;width:max-content;min-width:100%}
pre .hit{background:var(--mark)}pre .add{background:var(--add)}pre .del{background:var(--del)}
pre b{font-weight:400;color:var(--faint);user-select:none}
pre mark{background:none;color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:4px;text-decoration-color:var(--high);font-weight:600}
.verdict{border-left:6px solid var(--good);padding:.25rem 0 .25rem 1rem}.verdict.block{border-color:var(--high)}.verdict.broken{border-color:var(--medium)}
.facts,.meta{color:var(--faint);font-size:.9rem}
.filters{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.25rem 0;padding:0;border:0}
.filters label{border:1px solid var(--line);border-radius:999px;padding:.2rem .8rem;cursor:pointer;user-select:none}
.filters label:has(input:not(:checked)){opacity:.5}
.filters .n{font-weight:700}
.finding{background:var(--card);border:1px solid var(--line);border-left-width:4px;border-radius:8px;padding:1rem 1.1rem;margin:.75rem 0;content-visibility:auto;contain-intrinsic-size:auto 20rem}
.badge{display:inline-block;border-radius:4px;padding:0 .45rem;margin-right:.4rem;font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.03em;color:var(--page)}
.advice{border-left:3px solid var(--high);padding-left:.75rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem .9rem;margin:.75rem 0 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
ul{padding-left:1.2rem}li{margin:.2rem 0;overflow-wrap:anywhere}
details>summary{cursor:pointer;margin:2rem 0 .5rem;font-weight:600}
footer{margin-top:3rem;color:var(--faint);font-size:.85rem}
${SEVERITIES.map((severity) => `.finding.${severity}{border-left-color:var(--${severity})}.badge.${severity}{background:var(--${severity})}`).join('\n')}
${FILTERS.join('\n')}
@media print{.filters{display:none}.finding{break-inside:avoid}}
`
