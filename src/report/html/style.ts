import { SEVERITIES } from '../../core/finding.ts'

export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--card:#fff;--ink:#1f2328;--faint:#59636e;--line:#d1d9e0;--code:#f6f8fa;
--critical:#a40e26;--high:#c21c28;--medium:#875a00;--low:#0860ca;--note:#59636e;--good:#1a7f37;--link:#0860ca;--mark:#ffdcd7;--add:#dafbe1;--del:#ffebe9}
@media(prefers-color-scheme:dark){:root{--page:#0d1117;--card:#151b23;--ink:#e6edf3;--faint:#9da7b1;--line:#3d444d;--code:#0b0f14;
--critical:#ff7b72;--high:#ff8680;--medium:#e3b341;--low:#6cb6ff;--note:#9da7b1;--good:#56d364;--link:#6cb6ff;--mark:#4a1714;--add:#12361f;--del:#4a1a1b}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
body>header,body>footer,.columns{padding:0 max(1.25rem,calc(50vw - 39rem))}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem}h3{font-size:1.02rem;margin:1.75rem 0 .5rem;overflow-wrap:anywhere}h4{font-size:.95rem;margin:0;overflow-wrap:anywhere}
a{color:var(--link)}p{margin:.5rem 0;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem;z-index:2}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
code{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:.05em .3em;overflow-wrap:anywhere}
pre{background:var(--code);border:1px solid var(--line);border-radius:6px;margin:.75rem 0;padding:.6rem 0;overflow-x:auto;line-height:1.5;tab-size:4}
pre>code{display:block;border:0;padding:0 .9rem;background:none;font-size:1em}
pre span{display:block;padding:0 .9rem;white-space:pre;width:max-content;min-width:100%}
pre .hit{background:var(--mark)}pre .add{background:var(--add)}pre .del{background:var(--del)}
pre b{font-weight:400;color:var(--faint);user-select:none}pre .hit b{color:inherit}
pre mark{background:none;color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:4px;text-decoration-color:var(--high);font-weight:600}
.verdict{border-top:6px solid var(--good);padding-top:1.25rem!important}.verdict.block{border-color:var(--high)}.verdict.broken{border-color:var(--medium)}
.product{margin:0;color:var(--faint);font-size:.9rem}
.meta,.count{color:var(--faint);font-size:.9rem}.count{font-weight:400}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;margin:.5rem 0 0;font-size:.9rem}.facts div{display:flex;gap:.4rem}.facts dt{font-weight:400;color:var(--faint)}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem .9rem;margin:.75rem 0 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;min-width:0}
ul,ol{padding-left:1.2rem;margin:.5rem 0}li{margin:.2rem 0;overflow-wrap:anywhere}
nav ul{list-style:none;padding:0;margin:0}nav ul ul{padding-left:.9rem;font-size:.92em}nav h2{margin-top:1.5rem}
@media(min-width:64rem){.columns{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:0 2.5rem}
nav{position:sticky;top:0;max-height:100vh;overflow-y:auto;align-self:start;padding-bottom:1rem}}
main{min-width:0}
#tools{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin-top:1.25rem;padding:.6rem 0;background:var(--page);border-bottom:1px solid var(--line)}
#tools p{margin:0}#tools .field{display:flex;align-items:center;gap:.4rem}
#tools input[type=search],#tools select,#tools button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--faint);border-radius:6px;padding:.25rem .5rem}
#tools input[type=search]{width:15rem;max-width:100%}
#tools fieldset{display:flex;flex-wrap:wrap;gap:.4rem;margin:0;padding:0;border:0;min-width:0}#tools legend{position:absolute;left:-99rem}
#tools fieldset label{border:1px solid var(--line);border-radius:999px;padding:.1rem .7rem;cursor:pointer}
#tools fieldset label:has(input:not(:checked)){text-decoration:line-through}
#tools .n{font-weight:700}
.finding,.principal{background:var(--card);border:1px solid var(--line);border-left-width:4px;border-radius:8px;padding:.9rem 1.1rem;margin:.75rem 0;scroll-margin-top:9rem}
.finding{content-visibility:auto;contain-intrinsic-size:auto 20rem}
.principal h3{margin:0}
.finding:target{outline:2px solid var(--link);outline-offset:2px}
h2,h3{scroll-margin-top:9rem}
.badge{display:inline-block;border-radius:4px;padding:0 .45rem;font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.03em;color:var(--page)}
.anchor{text-decoration:none;font-weight:400;padding:0 .35rem}
body:not([data-sort=path]):not([data-sort=severity]) .of{display:none}
.why{border-left:3px solid var(--line);padding-left:.9rem}
.advice{border-left:3px solid var(--high);padding-left:.75rem}
.history{padding-left:1.1rem;margin:0}
.measure{margin:.5rem 0}.measure>div{display:contents}.measure dt{font-weight:400;color:var(--faint)}
.bar{width:12rem;max-width:40vw;height:.6rem;margin-right:.4rem;vertical-align:baseline}
.bar .all{fill:var(--line)}.bar .before{fill:var(--faint)}.bar .after{fill:var(--high)}
.level{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:0 .6rem;font-size:.9rem}
.path{display:block;max-width:100%;height:auto;margin:.75rem 0;font-size:13px}
.path rect{fill:var(--code);stroke:var(--line)}.path text{fill:var(--ink)}.path .start rect{stroke:var(--low)}.path .end rect{stroke:var(--high);stroke-width:2}.path .end text{font-weight:600}
.path .arrow{fill:none;stroke:var(--faint);stroke-width:1.5}
details>summary{cursor:pointer}details>summary h2{display:inline-block;margin-bottom:.5rem}
body>footer{margin-top:3rem;padding-bottom:3rem;color:var(--faint);font-size:.85rem}
${SEVERITIES.map((severity) => `.finding.${severity}{border-left-color:var(--${severity})}.badge.${severity}{background:var(--${severity})}`).join('\n')}
@media(max-width:40rem){#tools{position:static}#tools .field{width:100%}#tools input[type=search]{flex:1;width:auto;min-width:0}.finding,h2,h3{scroll-margin-top:1rem}
.finding dl{grid-template-columns:1fr;gap:0}.finding dd{margin-bottom:.5rem}}
@media print{#tools,nav,.skip,.anchor{display:none!important}.columns{display:block}.finding,.principal{break-inside:avoid;content-visibility:visible}h2,h3,h4{break-after:avoid}pre{white-space:pre-wrap;overflow:visible}pre span{white-space:pre-wrap;width:auto}body{font-size:12px}a{color:inherit}}
`
