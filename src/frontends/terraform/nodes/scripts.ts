import { spanOf } from '../../../core/build-text.ts'
import type { Notification } from '../../../core/finding.ts'
import type { AnyNode, Place, Related, ScriptNode } from '../../../core/node.ts'
import type { Span } from '../../../core/source.ts'
import { type MappedText, UNKNOWN } from '../../../core/text.ts'
import type { Value } from '../../../core/value.ts'
import { languageOf, scriptNode, scriptsOf } from '../../../extract/cloud-init.ts'
import { parsedText } from '../../../extract/encoded.ts'
import { buildspecNodes, joinedScript } from '../../pipelines/pipeline.ts'
import { blocksIn } from '../blocks.ts'
import type { UnitResource } from '../unit.ts'
import { type Evaluated, memberOf, textOf } from '../value.ts'
import { homeOf, isInside, valueOrigins } from './value-origins.ts'

/** Where a script is taken in. */
export interface ScriptSite {
  readonly place: Place
  readonly anchor: string
  /** The block that it belongs to, the argument that takes it in, and what that is in words. */
  readonly home: Span
  readonly taken: Span
  readonly message: string
}

/** Collects scripts, each text once. */
export interface ScriptCollector {
  readonly nodes: AnyNode[]
  readonly notify: (notification: Notification) => void
  readonly seen: Set<string>
}

/** The scripts that a resource hands to machines: user-data, provisioners, documents of SSM and Image Builder. */
export function collectScripts(resource: UnitResource, collector: ScriptCollector): void {
  if (resource.mode === 'data') return
  userData(resource.arguments, resource, '', collector, 0)
  for (const provisioner of blocksIn(memberOf(resource.arguments, 'provisioner'))) {
    collectProvisioner(provisioner, resource, collector)
  }
  const command = COMMANDS.get(resource.type)
  const document = command && memberOf(resource.arguments, command)
  if (command && document) commandDocument(document, siteOf(resource, command, 'script'), collector)
  for (const [block, argument] of BUILDSPECS.get(resource.type) ?? []) {
    for (const source of block === '' ? [resource.arguments] : blocksIn(memberOf(resource.arguments, block))) {
      const spec = memberOf(source, argument)
      if (spec?.kind === 'string' && spec.text.value.includes('\n')) {
        collector.nodes.push(...buildspecNodes(spec.text, resource.address))
      }
    }
  }
}

/** Data sources that render scripts which nothing in sight takes in: outputs, modules from elsewhere. */
export function collectUnusedTemplates(resource: UnitResource, collector: ScriptCollector): void {
  if (
    resource.mode !== 'data' ||
    !/^(?:template_file|template_cloudinit_config|cloudinit_config)$/.test(resource.type)
  ) {
    return
  }
  const rendered = resource.attribute('rendered')
  const text = textOf(rendered)
  const isScript =
    rendered.decoded !== undefined || (text !== undefined && languageOf(text.value.trimStart()) !== 'unknown')
  if (isScript) collectUserData(rendered, siteOf(resource, 'rendered', 'user-data'), collector)
}

/** A script as user-data: plain, in base64 or gzip, as the parts of a cloud-init configuration. */
export function collectUserData(value: Evaluated, site: ScriptSite, collector: ScriptCollector): void {
  if (value.kind === 'unknown') {
    for (const choice of value.maybe ?? []) collectUserData(choice as Evaluated, site, collector)
    return
  }
  if (value.decoded) {
    collectUserData(value.decoded, { ...site }, collector)
    return
  }
  if (value.kind === 'list') {
    for (const item of value.items) collectUserData(item as Evaluated, site, collector)
    return
  }
  if (value.kind === 'map') {
    const content = memberOf(value, 'content')
    if (content) collectUserData(content, site, collector)
    return
  }
  const text = textOf(value)
  if (!text || text.value.trim() === '' || text.value === UNKNOWN) return
  addScripts(
    scriptsOf(text, {
      place: site.place,
      anchor: site.anchor,
      sensitive: value.marks ?? [],
      related: relatedOf(value, text, site),
      notify: collector.notify,
    }),
    text,
    collector,
  )
}

function addScripts(nodes: readonly ScriptNode[], text: MappedText, collector: ScriptCollector): void {
  const { uri, start } = spanOf(text)
  const key = `${uri}:${start}:${text.value}`
  if (collector.seen.has(key)) return
  collector.seen.add(key)
  collector.nodes.push(...nodes)
}

/** Where it is used, when it is written elsewhere, and the places that its parts come from. */
function relatedOf(value: Evaluated, text: MappedText, site: ScriptSite): Related[] {
  const used = isInside(spanOf(text), site.home) ? [] : [{ span: site.taken, message: site.message }]
  return [...used, ...valueOrigins(value, homeOf(spanOf(text), site.home))]
}

const USER_DATA =
  /^(?:(?:\w+_)?user_data(?:_base64)?|custom_data|metadata_startup_script|userdata|startup_script|on_create|on_start|studio_lifecycle_config_content)$/

/** Arguments that are user-data, wherever in the resource they stand. */
export function userData(
  value: Evaluated,
  resource: { readonly address: string; readonly span: Span },
  path: string,
  collector: ScriptCollector,
  depth: number,
): void {
  if (depth > 4) return
  if (value.kind === 'list') {
    for (const item of value.items) userData(item as Evaluated, resource, path, collector, depth + 1)
    return
  }
  if (value.kind !== 'map') return
  for (const entry of value.entries) {
    if (USER_DATA.test(entry.key)) {
      collectUserData(
        entry.value as Evaluated,
        {
          place: 'user-data',
          anchor: resource.address,
          home: resource.span,
          taken: entry.keySpan,
          message: `${entry.key} of ${resource.address}`,
        },
        collector,
      )
    } else userData(entry.value as Evaluated, resource, `${path}.${entry.key}`, collector, depth + 1)
  }
}

/** What Terraform itself runs, here or over SSH. */
function collectProvisioner(provisioner: Evaluated, resource: UnitResource, collector: ScriptCollector): void {
  if (provisioner.kind !== 'map') return
  const site = siteOf(resource, 'provisioner', 'script')
  for (const { key, value } of provisioner.entries) {
    for (const body of blocksIn(value as Evaluated)) {
      const lines = memberOf(body, key === 'local-exec' ? 'command' : key === 'file' ? 'content' : 'inline')
      if (!lines) continue
      const text = key === 'file' ? textOf(lines) : joinedScript(lines)
      if (!text || text.value === UNKNOWN) continue
      const language = key === 'file' ? languageOf(text.value) : 'shell'
      addShell(text, language, marksIn(lines), lines, site, collector)
    }
  }
}

function addShell(
  text: MappedText,
  language: ScriptNode['language'],
  sensitive: ScriptNode['sensitive'],
  value: Evaluated,
  site: ScriptSite,
  collector: ScriptCollector,
): void {
  const { place, anchor } = site
  const related = relatedOf(value, text, site)
  addScripts([scriptNode(text, language, { place, anchor, sensitive, related })], text, collector)
}

function marksIn(value: Evaluated): ScriptNode['sensitive'] {
  if (value.kind === 'list') return value.items.flatMap((item) => (item as Evaluated).marks ?? [])
  return value.marks ?? []
}

/** Types whose argument is a JSON or YAML document with commands in it. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['aws_ssm_document', 'content'],
  ['aws_imagebuilder_component', 'data'],
])

/** Where CodeBuild and Amplify take a build specification: block, argument. */
const BUILDSPECS: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  ['aws_codebuild_project', [['source', 'buildspec'] as const, ['secondary_sources', 'buildspec'] as const]],
  ['aws_amplify_app', [['', 'build_spec'] as const]],
])

/** `runCommand` of SSM, `commands` of Image Builder: lists of lines, each list a script. */
function commandDocument(document: Evaluated, site: ScriptSite, collector: ScriptCollector): void {
  const parsed = parsedText(document)
  const visit = (value: Value, depth: number): void => {
    if (depth > 12) return
    if (value.kind === 'list') for (const item of value.items) visit(item, depth + 1)
    if (value.kind !== 'map') return
    for (const entry of value.entries) {
      const script = /^(?:runCommand|commands)$/.test(entry.key) ? joinedScript(entry.value) : undefined
      if (!script) visit(entry.value, depth + 1)
      else
        addShell(
          script,
          languageOf(script.value) === 'unknown' ? 'shell' : languageOf(script.value),
          document.marks ?? [],
          document,
          site,
          collector,
        )
    }
  }
  if (parsed) visit(parsed, 0)
}

function siteOf(resource: UnitResource, argument: string, place: Place): ScriptSite {
  const { arguments: given } = resource
  const entry = given.kind === 'map' ? given.entries.find((one) => one.key === argument) : undefined
  return {
    place,
    anchor: resource.address,
    home: resource.span,
    taken: entry?.keySpan ?? resource.header,
    message: `${argument} of ${resource.address}`,
  }
}
