import { namesSecret, wordsOf } from '../secrets/names.ts'

/** What the lines around a secret say about it. */
interface SecretContext {
  /** In words that can follow "because". */
  readonly reason: string
  readonly holds: (text: string, at: number, path: string) => boolean
}

/** So much before a place is looked at for the beginning of a comment, a section or a script. */
const REACH = 4_000
/** Neighbours: a handful of settings. */
const BESIDE = 300

const NAMED_FOR_TESTS = 'its name says that it is for tests or the developer’s own machine'

/**
 * People write samples into comments, and take out real ones for a while; frameworks come with keys for development. Asked of
 * what only its name and its looks tell.
 */
const SECRET_CONTEXTS: readonly SecretContext[] = [
  {
    reason: 'its neighbours speak of example.com',
    // https://www.rfc-editor.org/rfc/rfc2606
    holds: (text, at) => /\bexample\.(?:com|org|net)\b/i.test(text.slice(Math.max(0, at - BESIDE), at + BESIDE)),
  },
  {
    reason: 'its neighbours are placeholders',
    holds: (text, at) =>
      /[:=]\s*["']?(?:placeholder|dummy|fake|changeme)["']?\s*$/im.test(
        text.slice(Math.max(0, at - BESIDE), at + BESIDE),
      ),
  },
  { reason: 'it stands in a comment', holds: isInComment },
  { reason: 'it is of the environment for development or tests', holds: isForDevelopment },
  { reason: NAMED_FOR_TESTS, holds: isNamedForTests },
  { reason: 'a comment beside it says that it is no secret, or is to be replaced', holds: isSaidToBeNone },
  { reason: 'it is taken only where nothing else is set', holds: isFallback },
  { reason: 'it is the name of its user or database as well', holds: isNameBeside },
  { reason: 'a page brings it to everyone who visits it', holds: isInPage },
  { reason: 'an app brings it to everyone who has it', holds: isInApp },
  { reason: 'it is a sample of code that a page shows', holds: isShown },
  { reason: 'it is a field of data, one of many records', holds: isOfRecords },
  { reason: 'it is for the developer’s own machine', holds: isForOwnMachine },
]

/** Why a secret at this place weighs less, or undefined. */
export function contextReason(text: string, at: number, path: string): string | undefined {
  return SECRET_CONTEXTS.find(({ holds }) => holds(text, at, path))?.reason
}

/**
 * The same of what its form tells (a private key): only its name counts. A comment beside it is written by whoever wants it
 * to pass.
 */
export function namedReason(text: string, at: number): string | undefined {
  return isNamedForTests(text, at) ? NAMED_FOR_TESTS : undefined
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** In a line of a comment, or between the quotes that documentation of Python stands in. */
function isInComment(text: string, at: number): boolean {
  if (COMMENT.test(text.slice(lineStart(text, at), at))) return true
  const ahead = text.slice(Math.max(0, at - REACH), at)
  if (ahead.lastIndexOf('<!--') > ahead.lastIndexOf('-->')) return true
  // Of the quotes before it an odd number opens; far from the beginning the last ones must stand on a line of their own.
  const opening = ahead.lastIndexOf('"""')
  if (opening === -1) return false
  return at <= REACH ? ahead.split('"""').length % 2 === 0 : /(?:def|class)\b[^\n]*:\s*$/.test(ahead.slice(0, opening))
}

const COMMENT = /^\s*(?:#(?!\s*define\b|!)|\/\/|\*|--(?:\s|[A-Z]{3,} )|<!--|;)/

/** `development:` and a deeper line, as in the configuration of Rails; or within braces that are called by a test. */
function isForDevelopment(text: string, at: number): boolean {
  if (blocksAround(text, at).some(isForTests)) return true
  if (!/^[ \t]+[\w.-]+[ \t]*:/.test(text.slice(lineStart(text, at), at))) return false
  const sections = text.slice(Math.max(0, at - REACH), at).match(/^(?=\S)[\w"'.-]+[ \t]*:/gm)
  return /^["']?(?:development|dev|test|local|ci)\b/.test(sections?.at(-1) ?? '')
}

/** `offline: { apiKey: "…" }`: the names of the braces around a place, the innermost first. */
function blocksAround(text: string, at: number): string[] {
  const names: string[] = []
  let depth = 0
  for (let end = at - 1; end >= Math.max(0, at - REACH); end--) {
    const sign = text[end]
    if (sign === '}') depth++
    else if (sign === '{' && --depth < 0) {
      depth = 0
      names.push(BLOCK.exec(text.slice(Math.max(0, end - 60), end))?.[1] ?? '')
    }
  }
  return names
}

const BLOCK = /(?<![\w-])([\w-]+)["'`]?\s*(?::|=|=>)\s*$/

/** Not `dev`: what such an environment opens is mostly there. */
const FOR_TESTS = new Set('test tests testing e2e offline local localhost sandbox demo mock fake dummy'.split(' '))

const isForTests = (name: string): boolean =>
  wordsOf(name).some((word) => FOR_TESTS.has(word)) || /(?:^|[^a-z])e2e(?![a-z])/i.test(name)

/** `TEST_GITHUB_SECRET: …`, `<localPassword>…`, `--demo-token …`. */
function isNamedForTests(text: string, at: number): boolean {
  return isForTests(nameBefore(text, at))
}

/** What a value is set to, as far as its line says that. */
function nameBefore(text: string, at: number): string {
  const own = lineStart(text, at)
  // A text of several lines begins below its name.
  const start = text.slice(own, at).trim() === '' ? lineStart(text, Math.max(0, own - 1)) : own
  return NAME_BEFORE.exec(text.slice(Math.max(start, at - BESIDE), at).replace(/\s*\n\s*$/, ''))?.[1] ?? ''
}

const NAME_BEFORE =
  /([A-Za-z][\w.-]{0,60})["'`)\]]{0,3}(?:\s*:\s*[\w<>[\]| ]{1,30}=|\s*(?::=|=>|[:=,>]|\|\|=)|(?<=--?[\w.-]+))\s*[\w.]{0,20}\(?[brfu@]?\\{0,2}["'`]?(?:Bearer |Basic |Token )?$/

/** So many lines above belong to what a comment speaks of; an empty one ends it. */
const MOST_LINES = 5

/** The comment behind a value, or the one above it and what stands between. */
function isSaidToBeNone(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  const own = text.slice(at, end === -1 ? undefined : Math.min(end, at + BESIDE))
  if (NONE.test(/\s(?:#|\/\/|--|\/\*|<!--)\s(.*)$/.exec(own)?.[1] ?? '')) return true
  const start = lineStart(text, at)
  const above = text
    .slice(Math.max(0, start - 1_200), start)
    .split('\n')
    .slice(-MOST_LINES - 1, -1)
  const block = above.slice(above.findLastIndex((line) => line.trim() === '') + 1)
  return block.some((line) => COMMENT.test(line) && NONE.test(line))
}

const NONE =
  /\b(?:fake|dummy|bogus|made[- ]up|(?:not|isn['’]t|no) (?:a |an |the |so |really |actually )?(?:real|secret|sensitive|production)|public (?:value|key)s?|can be anything|for (?:local|dev|test(?:s|ing)?|development|demo)\b|not (?:actually |really )?used (?:anywhere|for real)|(?:local|dev|development|test|testing)[- ]only|only (?:used )?(?:for|in) (?:local|dev|test|ci)|(?:change|replace|regenerate) (?:this|it|me|the|these)\b|example (?:key|secret|password|token|value)|insecure|clearly not|localhost|127\.0\.0\.1|(?:never|not) (?:be )?(?:to )?used? .{0,20}production)/i

/** Behind a look into the environment: `process.env.X || "…"`, `getenv("X", "…")`, `${X:-…}`, `[ -z "$X" ] && export X=…`. */
function isFallback(text: string, at: number): boolean {
  const start = lineStart(text, at)
  if (FALLBACK.test(text.slice(Math.max(start, at - BESIDE), at))) return true
  // What is put in elsewhere is told as a whole.
  if (/^\$\{(?:env|opt|param|file|ssm|self|cf):[^}\n]{1,120},/.test(text.slice(at, at + BESIDE))) return true
  // `if [ -z "$TOKEN" ]; then` and `TOKEN=…` in the next line.
  const name = /^\s*(?:export\s+)?(\w+)=["']?$/.exec(text.slice(start, at))?.[1]
  const above =
    text
      .slice(Math.max(0, start - BESIDE), start)
      .split('\n')
      .at(-2) ?? ''
  if (name !== undefined && new RegExp(`^\\s*if\\b.*\\$\\{?${name}\\b`).test(above)) return true
  // What a class of settings sets, the environment replaces. https://docs.pydantic.dev/latest/concepts/pydantic_settings/
  const classes = text.slice(Math.max(0, at - REACH), at).match(/^class \w+\([^\n]*\):/gm)
  return /\bBaseSettings\b/.test(classes?.at(-1) ?? '') && /^[ \t]+\w+[ \t]*[:=]/.test(text.slice(start, at))
}

const FALLBACK =
  /(?:process\.env|import\.meta\.env|environ\b|[gG]et_?[eE]nv|\bENV\b|\benv(?:\.\w+)?\(|\b[cC]onfig(?:\.get\w*)?\()[^\n]{0,120}(?:\|\||\?\?|\?:|\bor\b|,|\)\s*\{)\s*(?:default\s*[=:]\s*)?\(?b?["'`]$|^\s*\w+\s*\?=\s*["']?$|\b[sS]et_?[dD]efault\([^\n]{0,80},\s*["']$|\b(?:envD|d)efault:\\?["']$|\$\{[\w.-]+:?[-=]?["']?$|\$\{(?:env|opt|param|file|ssm|self|cf):[^}\n]{1,120},\s*["']?$|\[ -z [^\n]{1,80}\] && (?:export )?\w+=["']?$/

/** `--username=nodo4 --password=nodo4`: what is started with it is for trying things. */
function isNameBeside(text: string, at: number): boolean {
  const value = /^\w[\w.@-]{2,60}/.exec(text.slice(at, at + 70))?.[0]
  if (value === undefined) return false
  const from = Math.max(0, at - BESIDE)
  const around = text.slice(from, at + BESIDE)
  for (let found = around.indexOf(value); found !== -1; found = around.indexOf(value, found + 1)) {
    const isWhole = !/[\w.@-]/.test(around[found + value.length] ?? '')
    if (from + found !== at && isWhole && NAME_OF.test(around.slice(Math.max(0, found - 40), found))) return true
  }
  return false
}

const NAME_OF = /(?:user(?:_?name)?|login|db|database|name)["']?\s*(?:[:=]|=>|\s)\s*["']?$/i

/** Between `<script>` and its end in a page or in the template of one, or in what pages load: browsers get it. */
function isInPage(text: string, at: number, path: string): boolean {
  if (LOADED.test(path)) return true
  if (BUNDLED.test(path) || /^(?:REACT_APP|VITE|VUE_APP|GATSBY|STORYBOOK)_/.test(nameBefore(text, at)))
    return isHandedOut(text, at)
  if (!PAGE.test(path)) return false
  const before = text.slice(Math.max(0, at - LONGEST_SCRIPT), at)
  return before.lastIndexOf('<script') > before.lastIndexOf('</script')
}

/** A script in a page may be long. */
const LONGEST_SCRIPT = 50_000

const LOADED = /(?:^|\/)(?:static|public|assets|wwwroot|htdocs|webroot|wp-content|themes)\/(?:[^/]+\/)*[^/]+\.m?js$/i
const PAGE = /\.(?:x?html?|twig|erb|ejs|hbs|njk|tt2?|mustache|liquid|haml|jinja2?|j2|php|phtml|cshtml|jspx?|ftl)$/i

/** Between `<pre>` or `<code>` and its end. */
function isShown(text: string, at: number, path: string): boolean {
  if (!PAGE.test(path)) return false
  const before = text.slice(Math.max(0, at - REACH), at)
  return ['pre', 'code'].some((tag) => before.lastIndexOf(`<${tag}`) > before.lastIndexOf(`</${tag}`))
}

/** What a bundler makes a page of. */
const BUNDLED =
  /\.(?:vue|svelte|[jt]sx)$|(?:^|\/)(?:front-?end|webapp|web-?app|web-?client|ui|spa|browser)\/(?:[^/]+\/)*[^/]+\.m?[jt]s$|(?:^|\/)environments?\/environment[\w.-]*\.ts$/i

/** A key of a map or of a photo is there to be seen; a password or the secret of a client is not, and has been given away. */
function isHandedOut(text: string, at: number): boolean {
  const name = nameBefore(text, at)
  return namesSecret(name) && !wordsOf(name).some((word) => /secret|pass|pwd|private|admin/.test(word))
}

/** Resources and code of an app for phones. */
function isInApp(text: string, at: number, path: string): boolean {
  return APP.test(path) && isHandedOut(text, at)
}

const APP =
  /(?:^|\/)(?:AndroidManifest\.xml|[\w-]*Info\.plist|google-services\.json)$|(?:^|\/)res\/values[\w-]*\/[^/]+\.xml$|\.(?:swift|dart)$|(?:^|\/)(?:[Rr]eact-?[Nn]ative|mobile(?:-?app)?)\/(?:[^/]+\/)*[^/]+\.(?:[jt]sx?|json)$|(?:^|\/)(?:android|ios)\/(?:[^/]+\/)*[^/]+\.(?:kt|java|m|h|xcconfig)$/

/** `"token": "…"` or `<column name="PASSWORD" value="…"/>` again and again: an export, rows of a table, not what a program is set to. */
function isOfRecords(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - BESIDE), at)
  const around = () => text.slice(Math.max(0, at - OF_RECORDS), at + OF_RECORDS)
  const field = /["'](token|secret)["']\s*(?::|=>)\s*["']$/.exec(before)?.[1]
  if (field) return around().split(new RegExp(`["']${field}["']\\s*(?::|=>)`)).length > FEWEST_RECORDS
  const column = /<column\s+name="(\w{1,60})"\s+value="$/.exec(before)?.[1]
  return column !== undefined && around().split(`<column name="${column}"`).length > FEWEST_RECORDS
}

const OF_RECORDS = 20_000
const FEWEST_RECORDS = 3

/** Settings for a program that is reached at localhost, or that say that they are local; and nothing among them that is far away. */
function isForOwnMachine(text: string, at: number, path: string): boolean {
  if (!SETTINGS.test(path)) return false
  const around = text.slice(Math.max(0, at - OF_ONE), at + OF_ONE)
  return (
    (LOCAL.test(around) || WEAK.test(text.slice(Math.max(0, at - BESIDE), at + BESIDE))) &&
    !FAR.test(around.replace(/^\s*(?:#|\/\/).*$/gm, ''))
  )
}

const OF_ONE = 1_000
/** Files of settings for programs and of the tools that start them; not what describes machines in the cloud. */
const SETTINGS =
  /(?:^|\/)(?:[\w-]*\.?env(?:[.-][\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|Procfile[\w.]*|[\w-]+\.(?:env|properties)|application[\w-]*\.ya?ml|appsettings[\w.]*\.json|launch(?:Settings)?\.json|package\.json|[\w-]*realm[\w-]*\.json)$/
const LOCAL =
  /"(?:redirectUris|webOrigins|rootUrl|baseUrl|adminUrl)"\s*:\s*\[?\s*"https?:\/\/localhost|\$\{\w+:(?:https?:\/\/)?localhost|(?:^|[\s"'_-])(?:APP|BASE|SITE|SERVER|PUBLIC|ROOT|FRONT_?END|CLIENT|WEB|API|PHX|NEXTAUTH|AUTH|SELF|WEBSITE|DOMAIN)\w*?(?:_?(?:URL|HOST|ORIGIN|DOMAIN|URI))?["']?\s*[:=]\s*["']?(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|[\w-]+\.(?:local|localhost|test))\b|\b\w*(?:ENV|ENVIRONMENT|PROFILES_ACTIVE)["']?\s*[:=]\s*["']?(?:local|dev|development|test|testing|ci)\b/im
/** A password beside it that is a word: services that somebody starts to try things. */
const WEAK = /^[\s-]*\w*(?:PASSWORD|PASSWD|PWD|_PASS)["']?\s*[:=]\s*["']?[a-z]{3,10}\d{0,3}["']?\s*$/im
/** An address or a host on the internet. */
const FAR =
  /:\/\/(?:[^\s/@"']*@)?(?!localhost|127\.|0\.0\.0\.0|host\.docker)[\w-]+(?:\.[\w-]+)*\.(?!local\b|localhost\b|test\b|internal\b)[a-z]{2,}\b|\.(?:amazonaws|mongodb|azure|windows|googleapis|cloudfront|supabase|herokuapp)\.\w+/i
