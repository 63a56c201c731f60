import { CONSTRUCTS } from '../../aws/resources/constructs.ts'
import type { AnyNode } from '../../core/node.ts'
import { limitReached } from '../../core/notice.ts'
import { nameOf } from '../../core/paths.ts'
import type { PolicyDocument } from '../../core/policy.ts'
import type { Source, Span } from '../../core/source.ts'
import { type MappedText, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { policyNode } from '../../extract/nodes.ts'
import { looksLikePolicy } from '../../extract/policy-document.ts'
import { type Call, calledName, type Program } from '../../languages/programs/expression.ts'
import { javascriptProgram } from '../../languages/programs/javascript.ts'
import { valueOfExpression } from '../../languages/programs/program-value.ts'
import { pythonProgram } from '../../languages/programs/python.ts'
import { SECRET_STEMS } from '../../secrets/names.ts'
import { cdkStatement, documentValue } from '../cdk/statements.ts'
import { type Others, type Read, readOf, takenFrom } from '../front-end.ts'
import { isServerless, serverlessNodes } from '../serverless/serverless.ts'
import { settingNodes } from './program-settings.ts'
import { STARTS_AWS, startedScripts } from './started.ts'

/** Programs larger than this are bundles. */
const MOST_CHARACTERS = 3_000_000
const TOO_LARGE = 'larger than 3,000,000 characters: searched for keys, but not read as infrastructure code'

/** Where bundlers put what nobody writes: a library in it names AWS, and grants nothing. */
const BUNDLE = /(?:^|\/)(?:dist|build|out|vendor|node_modules)\/|\.(?:min|bundle)\.[cm]?js$/

const LIBRARIES = /aws-cdk|aws_cdk|@pulumi\/|pulumi_aws|\bpulumi\b|boto3|aws-sdk|AWS\.IAM|\bcdktf\b/
/** Bundles name the libraries they are made of in comments, and parsing one of those takes as long as a whole project. */
const IMPORTED =
  /\b(?:from|import|require)\s*\(?\s*['"`][^'"`\n]*(?:aws-cdk|@pulumi\/|\bpulumi\b|aws-sdk|\bcdktf\b)|\bAWS\.IAM\b/
/** Words of what we look at, as names of members, arguments and calls: prose is full of policies and secrets. */
const TELLING = new RegExp(
  String.raw`(?:polic|boundar|statement|user_?data|addcommands|environment|grant[a-z_]*|publicreadaccess|publicpermission|add_?permission|authtype|accesscontrol|managedpolic|stringparameter|principal|assume|attach|plaintext|${SECRET_STEMS})\w*["'\`]?\]?\s*(?:=(?!=)|[:({[])`,
  'i',
)

/** Resources as such: Pulumi's, CloudFormation's by the CDK, and openings of security groups. */
const RESOURCES =
  /@pulumi\/aws\b|\bpulumi_aws\b|\bCfn[A-Z]\w+\(|add_?(?:I|i)ngress_?(?:R|r)ule\(|from_?(?:A|a)ny_?(?:I|i)pv4\(/i

/** Constructs that are read as resources; scripts that call AWS make tables and keys of that name, too. */
const MAKES_CONSTRUCT = new RegExp(
  String.raw`\b(?:${[...new Set(CONSTRUCTS.map(({ name }) => name))].join('|')})(?:\(| as )`,
)
const makesConstruct = (text: string): boolean => /aws-cdk|aws_cdk/.test(text) && MAKES_CONSTRUCT.test(text)

/** Is a program worth parsing: does it use one of the libraries we know, for something that we look at? */
function isInfrastructureCode(text: string, python: boolean): boolean {
  if (STARTS_AWS.test(text)) return true
  const uses = LIBRARIES.test(text) && (python || IMPORTED.test(text))
  return uses && (TELLING.test(text) || RESOURCES.test(text) || makesConstruct(text))
}

/** What a program that makes infrastructure (CDK, Pulumi) or calls AWS (the SDKs) grants, starts and sets. */
export function codeFile(source: Source, tree: Tree, { libraries }: Others): Read {
  const serverless = /^serverless\.[cm]?[jt]s$/.test(nameOf(source.uri))
  const python = /\.pyi?$/.test(source.uri)
  if (!serverless && !isInfrastructureCode(source.text, python)) return readOf([])
  const text = wholeText(source)
  if (source.text.length > MOST_CHARACTERS) {
    const { unread, ...told } = limitReached(text, 0, TOO_LARGE, 'program-characters')
    return readOf([], [BUNDLE.test(source.uri) ? { ...told, level: 'note' } : { ...told, unread }])
  }
  const program = python ? pythonProgram(text) : javascriptProgram(text, source.uri)
  if (serverless) return serviceIn(program, text, source.uri, tree)
  const used = libraries.filter(({ uses }) => uses(source.text))
  const taken = takenFrom(used.map((library) => library.read(program)))
  const settings = program.calls.flatMap((call) => {
    const type = used.map(({ typeOf }) => typeOf?.(call)).find((found) => found !== undefined)
    return settingNodes(call, program, type)
  })
  const started = STARTS_AWS.test(source.text) ? startedScripts(program) : []
  const nodes = [...taken.nodes, ...settings, ...started]
  const all = joined([...nodes, ...leftOver(program, taken.spans, nameOf(source.uri))])
  const cut = program.budget.values < 0
  return readOf(
    all,
    cut ? [limitReached(text, 0, 'the program is too tangled to be followed everywhere', 'program-values')] : [],
  )
}

/** A service of the Serverless Framework that is written as a program. */
function serviceIn(program: Program, text: MappedText, path: string, tree: Tree): Read {
  const service = program.objects.map((object) => valueOfExpression(object, program)).find(isServerless)
  return service ? serverlessNodes(service, text, path, tree) : readOf([])
}

/** What several calls give to one principal ends up in one policy of its. */
function joined(nodes: readonly AnyNode[]): AnyNode[] {
  const first = new Map<string, number>()
  const result: AnyNode[] = []
  for (const node of nodes) {
    const key = node.kind === 'policy' && node.holders[0] ? `${node.document.role} ${node.anchor}` : undefined
    const at = key === undefined ? undefined : first.get(key)
    const known = at === undefined ? undefined : result[at]
    if (node.kind === 'policy' && known?.kind === 'policy') {
      result[at!] = { ...known, document: together(known.document, node.document) }
      continue
    }
    if (key !== undefined) first.set(key, result.length)
    result.push(node)
  }
  return result
}

function together(one: PolicyDocument, other: PolicyDocument): PolicyDocument {
  return {
    ...one,
    statements: [...one.statements, ...other.statements],
    incomplete: one.incomplete || other.incomplete,
    gaps: [...(one.gaps ?? []), ...(other.gaps ?? [])],
  }
}

/** Statements and documents that nothing in sight takes. */
function leftOver(program: Program, taken: readonly Span[], anchor: string): AnyNode[] {
  const places = new Set(taken.map(placeOf))
  const statements = program.calls.filter((call) => isStatement(call) && !places.has(placeOf(call.span)))
  const nodes = statements.flatMap((call) => {
    const statement = cdkStatement(call, program)
    if (!statement) return []
    const document = documentValue([statement], call.span)
    return policyNode(document, { anchor: call.assignedTo ?? anchor, role: undefined, holders: [] })
  })
  const objects = program.objects.flatMap((object) => {
    const value = valueOfExpression(object, program)
    if (places.has(placeOf(value.span)) || !looksLikePolicy(value)) return []
    const found = policyNode(value, { anchor, role: undefined, holders: [] })
    return found.filter((node) => !node.document.statements.some(({ span }) => places.has(placeOf(span))))
  })
  return [...nodes, ...objects]
}

function isStatement(call: Call): boolean {
  return calledName(call) === 'PolicyStatement' || call.path.slice(-2).join('.') === 'PolicyStatement.fromJson'
}

const placeOf = (span: Span): string => `${span.start}:${span.end}`
