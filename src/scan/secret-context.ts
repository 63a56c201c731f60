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
  { reason: 'a comment beside it says that it is no secret, or is to be replaced', holds: isSaidToBeNone },
  { reason: 'it is taken only where nothing else is set', holds: isFallback },
  { reason: 'a page brings it to everyone who visits it', holds: isInPage },
  { reason: 'it is for the developer’s own machine', holds: isForOwnMachine },
]

/** Why a secret at this place weighs less, or undefined. */
export function contextReason(text: string, at: number, path: string): string | undefined {
  return SECRET_CONTEXTS.find(({ holds }) => holds(text, at, path))?.reason
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

/** `development:` and a deeper line, as in the configuration of Rails. */
function isForDevelopment(text: string, at: number): boolean {
  if (!/^[ \t]+[\w.-]+[ \t]*:/.test(text.slice(lineStart(text, at), at))) return false
  const sections = text.slice(Math.max(0, at - REACH), at).match(/^(?=\S)[\w"'.-]+[ \t]*:/gm)
  return /^["']?(?:development|dev|test|local|ci)\b/.test(sections?.at(-1) ?? '')
}

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
  /\b(?:fake|dummy|bogus|made[- ]up|(?:not|isn['’]t|no) (?:a |an |the |so |really |actually )?(?:real|secret|sensitive|production)|public (?:value|key)s?|can be anything|for (?:local|dev|test(?:s|ing)?|development|demo)\b|(?:local|dev|development|test|testing)[- ]only|only (?:used )?(?:for|in) (?:local|dev|test|ci)|(?:change|replace|regenerate) (?:this|it|me|the|these)\b|example (?:key|secret|password|token|value)|insecure|clearly not|localhost|127\.0\.0\.1|(?:never|not) (?:be )?(?:to )?used? .{0,20}production)/i

/** Behind a look into the environment: `process.env.X || "…"`, `getenv("X", "…")`, `${X:-…}`, `[ -z "$X" ] && export X=…`. */
function isFallback(text: string, at: number): boolean {
  const start = lineStart(text, at)
  return FALLBACK.test(text.slice(Math.max(start, at - BESIDE), at))
}

const FALLBACK =
  /(?:process\.env|import\.meta\.env|environ\b|[gG]et_?[eE]nv|\bENV\b|\benv\(|[cC]onfig\.get\w*\()[^\n]{0,120}(?:\|\||\?\?|\?:|\bor\b|,)\s*(?:default\s*=\s*)?\(?b?["'`]$|\$\{[\w.-]+:-?["']?$|\[ -z [^\n]{1,80}\] && (?:export )?\w+=["']?$/

/** Between `<script>` and its end in a page or in the template of one, or in what pages load: browsers get it. */
function isInPage(text: string, at: number, path: string): boolean {
  if (LOADED.test(path)) return true
  if (!PAGE.test(path)) return false
  const before = text.slice(Math.max(0, at - REACH), at)
  return before.lastIndexOf('<script') > before.lastIndexOf('</script')
}

const LOADED = /(?:^|\/)(?:static|public|assets|wwwroot|htdocs|webroot|wp-content|themes)\/(?:[^/]+\/)*[^/]+\.m?js$/i
const PAGE = /\.(?:x?html?|twig|erb|ejs|hbs|njk|tt2?|mustache|liquid|haml|jinja2?|j2|php|phtml|cshtml|jspx?|ftl)$/i

/** Settings for a program that is reached at localhost, or that say that they are local; and nothing among them that is far away. */
function isForOwnMachine(text: string, at: number, path: string): boolean {
  if (!SETTINGS.test(path)) return false
  const around = text.slice(Math.max(0, at - OF_ONE), at + OF_ONE)
  return LOCAL.test(around) && !FAR.test(around.replace(/^\s*(?:#|\/\/).*$/gm, ''))
}

const OF_ONE = 1_000
/** Files of settings for programs and of the tools that start them; not what describes machines in the cloud. */
const SETTINGS =
  /(?:^|\/)(?:[\w-]*\.?env(?:[.-][\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|Procfile[\w.]*|[\w-]+\.(?:env|properties)|application[\w-]*\.ya?ml|appsettings[\w.]*\.json|launch(?:Settings)?\.json|package\.json)$/
const LOCAL =
  /\$\{\w+:(?:https?:\/\/)?localhost|(?:^|[\s"'_-])(?:APP|BASE|SITE|SERVER|PUBLIC|ROOT|FRONT_?END|CLIENT|WEB|API|PHX|NEXTAUTH|AUTH|SELF|WEBSITE|DOMAIN)\w*?(?:_?(?:URL|HOST|ORIGIN|DOMAIN|URI))?["']?\s*[:=]\s*["']?(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|[\w-]+\.(?:local|localhost|test))\b|\b\w*(?:ENV|ENVIRONMENT|PROFILES_ACTIVE)["']?\s*[:=]\s*["']?(?:local|dev|development|test|testing|ci)\b/im
/** An address or a host on the internet. */
const FAR =
  /:\/\/(?:[^\s/@"']*@)?(?!localhost|127\.|0\.0\.0\.0|host\.docker)[\w-]+(?:\.[\w-]+)*\.(?!local\b|localhost\b|test\b|internal\b)[a-z]{2,}\b|\.(?:amazonaws|mongodb|azure|windows|googleapis|cloudfront|supabase|herokuapp)\.\w+/i
