interface SampleKind {
  /** In words that can follow "because". */
  readonly reason: string
  readonly path?: RegExp
  /** Looked for in the beginning of the file. */
  readonly content?: RegExp
}

/** So much of a file is looked at. */
const BEGINNING = 4_000

/** By its name, whatever folder it is in. */
const TEST = /(?:^|\/)(?:test_[^/]*\.py|conftest\.py|[^/]*[._-](?:test|tests|spec)\.\w+)$/i
const PROGRAM = /\.(?:py|[cm]?[jt]sx?)$/i
const PAGE = /\.(?:md|mdx|markdown)$/i

/** A page of documentation: what it grants or makes is an example. */
export const isPage = (path: string): boolean => PAGE.test(path)

/** A test of a program, by its own name alone: a folder may be called anything. */
export const isTestOfProgram = (path: string): boolean => TEST.test(path) && PROGRAM.test(path)

/**
 * Files in which passwords are mostly made up: what is taken for a secret by its name and looks weighs less there. What
 * its own form proves (an AWS key, a token with a prefix) weighs the same everywhere: copies of real ones end up in tests.
 */
const SAMPLE_KINDS: readonly SampleKind[] = [
  { reason: 'it stands in a test', path: TEST },
  {
    reason: 'it stands in a test',
    path: /(?:^|[/_.-])(?:\w*(?<!la)tests?|molecule|__tests__|specs?|e2e|testdata|testing|cypress|playwright|storybook|features\/(?:context|bootstrap|steps?|step_definitions|support)|qa-tests?|unittests?|test[-_]?(?:utils?|helpers?|support|kit|lib|common))(?:\/|[-_]\w+\/)|[-_/](?:tests?|specs?)\/|(?:^|\/)(?:[^/]*[._-]e2e\.\w+|[^/]*_(?:test|spec)\.\w+|[^/]*(?:Test|Tests|Spec|IT)\.(?:java|kt|cs|scala|groovy|php|swift)|[^/]*\.stories\.\w+|[^/]*\.feature|(?:application|settings|config|bootstrap)[-_.]test(?:s|ing)?\.\w+|(?:settings|config|configs|environments?)\/(?:test|tests|testing|ci|e2e)\.\w+|(?:docker-)?compose[^/]*[._-](?:tests?|ci|e2e|cypress)[^/]*|\.env\.(?:\w+[_-])?(?:tests?|ci|e2e)[^/]*|\.github\/(?:[^/]*\/)*(?:(?:docker-)?compose[^/]*|[^/]*(?:test|e2e|integration|playwright|cypress)[^/]*)\.ya?ml|phpunit[^/]*\.xml(?:\.dist)?|[^/]*(?:vitest|jest|karma|cypress|playwright)[^/]*\.\w+|(?:config|environments)\/(?:dev|development)\.(?:exs|rb)|credentials\/(?:development|test)\.key)$/i,
    content:
      /\bimport pytest\b|\bfrom (?:unittest|moto)\b|\bimport (?:unittest|moto)\b|@SpringBootTest|\bfrom ['"](?:vitest|@jest\/globals|@playwright\/test)['"]|require ['"]rspec|\bimport org\.junit|\bAPP_ENV["']?\s*(?:[:=]|value=)\s*["']?(?:test|testing|ci)\b/,
  },
  {
    reason: 'it stands in a fixture or a mock',
    path: /(?:^|\/)(?:__)?(?:fixtures?|mocks?|stubs?|snapshots?|cassettes?|test-?data|test_data|golden|seeds?)(?:__)?\/|\.(?:snap|fixture\.\w+)$|(?:^|[/_.-])(?:mock(?:s|ed)?|fakes?|stubs?|dummy)(?=[/_.-])|(?:Fake|Mock|Stub|Dummy)(?:[A-Z]\w*)?\.\w+$|(?:^|\/)(?:fake|mock|stub|dummy)[A-Z_-][^/]*$|(?:^|\/)fixtures?\.\w+$/,
  },
  {
    reason: 'it stands in an example or a sample',
    path: /(?:^|[/_.-])(?:examples?|samples?|demos?|tutorials?|playground|cookbook|quickstarts?|snippets|getting[-_]started|workshops?|sandbox)(?:\/|[-_][\w-]+\/)|\.(?:example|sample|dist|template|tmpl|default)$|(?:^|[/_.-])(?:example|sample|demo|template)[\w-]*(?:\.[\w.]+)?$/i,
    content:
      /\b(?:this is (?:just )?(?:an?|only an?) (?:example|sample|demo)|for (?:demonstration|demo|illustration) (?:purposes? )?only)\b/i,
  },
  {
    reason: 'it stands in documentation',
    // Descriptions of interfaces are full of sample requests.
    content: /^\s*["']?(?:openapi|swagger)["']?\s*:/m,
    path: /(?:^|\/)(?:docs?|documentation|website|wiki|adr|blog|posts)\/|\.(?:md|mdx|markdown|rst|adoc|asciidoc|ipynb)$|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|INSTALL|HISTORY)[^/]*$/i,
  },
  {
    reason: 'it stands in documentation',
    // What pages of documentation search in is made of them.
    path: /(?:^|\/)(?:lunr[^/]*|search[-_.]?(?:index|data|store)[^/]*)\.(?:js|json)$|(?:^|\/)(?:javadoc|apidocs?|typedoc|_static)\//i,
  },
  {
    reason: 'it stands in code of others',
    path: /(?:^|\/)(?:vendor|third[-_]?party|wp-(?:includes|admin)|node_modules|bower_components|site-packages|\.yarn)\/|(?:^|\/)(?:static|public|assets|wwwroot)\/(?:[^/]+\/)*(?:libs?|plugins|vendors)\//i,
  },
  {
    reason: 'it stands in the rules of a scanner',
    path: /(?:^|\/)[^/]*(?:gitleaks|betterleaks|kingfisher|trufflehog|gitallowed|detect-secrets)[^/]*$/i,
  },
  {
    // Classes: `LocalUserRepository.php` stands in for what is not there.
    reason: 'it is for the developer’s own machine',
    path: /(?:^|\/)(?:Local|Dev|Development)[A-Z]\w*(?:Repository|Config(?:uration)?|Settings|Service|Client|Provider|Gateway|Store|Seeder?)\.\w+$/,
  },
  {
    reason: 'it is for the developer’s own machine',
    path: /(?:^|\/)(?:\.devcontainer|docker-compose|localstack|moto|local(?:dev|env|setup|[-_][\w-]+)?|dev[-_]?env|vagrant)\/|(?:^|\/)(?:(?:docker-)?compose[^/]*[._-](?:local|dev|development|override)[^/]*|\.env\.(?:local|dev|development)[^/]*|Vagrantfile|[^/]*localhost[^/]*|(?:[^/]*[._-])?local[._-](?![^/]*\b(?:tf|tofu|hcl)$)[^/]*|docker\/(?:[^/]+\/)*[^/]+\.(?:key|pem|p12|pfx)|(?:[^/]*[_.-])?(?:(?:dev)?local|dev|development|tests?|testing|self-?signed|snake-?oil|mkcert|dummy|insecure|fake)[_.-](?:[^/]*\.)?(?:key|pem|p12|pfx)|(?:certs?|certificates?|ssl|tls|keys?)\/(?:local|dev|development|test|self-?signed)\/[^/]+|(?:local|dev|development|test|self-?signed)[-_](?:certs?|certificates?|ssl|tls|keys?)\/[^/]+|docker-(?!compose)[\w-]*keys?\b[^/]*|settings\/(?:dev|devstack|development|local)\w*\.py|(?:start|run|setup|init)[-_]local[^/]*)$/i,
    content:
      /\b(?:do not|don't|never|not) (?:be )?use[d]? (?:this |these |it )?in production\b|\b(?:only )?for (?:local )?(?:testing|development)(?: purposes?)?(?: only)?\b[^\n]{0,40}\bonly\b|(?:localhost|127\.0\.0\.1|localstack):4566|\bAPP_ENV["']?\s*[:=]\s*["']?(?:dev|development|local)\b/i,
  },
]

/** Why a file is one of those, or undefined; by its folder, its name, and how it begins. */
export function sampleReason(path: string, text: string): string | undefined {
  const byPath = SAMPLE_KINDS.find((kind) => kind.path?.test(path))
  if (byPath) return byPath.reason
  const beginning = text.slice(0, BEGINNING)
  return SAMPLE_KINDS.find((kind) => kind.content?.test(beginning))?.reason
}
