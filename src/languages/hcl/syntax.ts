import type { Value } from '../../core/value.ts'

/**
 * What a Terraform text says, as written. `start` and `end` are offsets into the text that was parsed, in UTF-16 code
 * units, without surrounding space. A part that could not be read is an `invalid` expression, never left out.
 * Grammar: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export interface Body {
  readonly attributes: readonly Attribute[]
  readonly blocks: readonly Block[]
  readonly start: number
  readonly end: number
}

export interface Attribute {
  readonly name: string
  readonly start: number
  readonly nameEnd: number
  readonly end: number
  readonly value: Expression
}

export interface Block {
  readonly type: string
  readonly labels: readonly Label[]
  readonly body: Body
  readonly start: number
  /** The end of the header: of the last label, or of the type when there is none. */
  readonly headerEnd: number
  readonly end: number
}

export interface Label {
  readonly value: string
  readonly start: number
  readonly end: number
}

interface Spanned {
  readonly start: number
  readonly end: number
}

export type Expression = Spanned &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
    /** A root name: `var`, `local`, `aws_iam_role`, an iterator. */
    | { readonly kind: 'name'; readonly name: string }
    /** The element at hand, inside `each` of a splat. */
    | { readonly kind: 'it' }
    | { readonly kind: 'get'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
    /** `of[*]` or `of.*`, `each` being what follows, applied to every element. */
    | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
    /** `expand`: the last argument carries `...`. */
    | { readonly kind: 'call'; readonly name: string; readonly items: readonly Expression[]; readonly expand: boolean }
    | {
        readonly kind: 'conditional'
        readonly condition: Expression
        readonly yes: Expression
        readonly no: Expression
      }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
    /** In parentheses. */
    | { readonly kind: 'group'; readonly of: Expression }
    | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly items: readonly ObjectItem[] }
    | ForExpression
    /** A value of `.tf.json`, whose strings are templates. */
    | { readonly kind: 'json'; readonly value: Value }
    | { readonly kind: 'invalid' }
  )

export interface ObjectItem {
  readonly key: Expression
  /** A bare `name` is itself unless it stands in parentheses. */
  readonly computed: boolean
  readonly value: Expression
}

export interface ForExpression {
  readonly kind: 'for'
  readonly keyName?: string
  readonly valueName: string
  readonly collection: Expression
  /** Given when the result is an object. */
  readonly key?: Expression
  readonly value: Expression
  readonly condition?: Expression
  /** `=> value...` collects the values of equal keys. */
  readonly group: boolean
}

export type TemplatePart = Spanned &
  (
    | {
        readonly kind: 'text'
        /** Which escapes the text between `start` and `end` may hold: none, those of quoted strings, `$${` and `%%{` only. */
        readonly escapes: Escapes
      }
    | { readonly kind: 'interpolation'; readonly value: Expression }
    | {
        readonly kind: 'if'
        readonly condition: Expression
        readonly yes: readonly TemplatePart[]
        readonly no: readonly TemplatePart[]
      }
    | {
        readonly kind: 'each'
        readonly keyName?: string
        readonly valueName: string
        readonly collection: Expression
        readonly body: readonly TemplatePart[]
      }
  )

export type Escapes = 'none' | 'quoted' | 'heredoc'

/** Where the text did not follow the grammar and the parser went on regardless. */
export interface Mistake {
  readonly at: number
  readonly message: string
}
