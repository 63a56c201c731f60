import { spanOf } from '../../core/build-text.ts'
import { literalText, UNKNOWN } from '../../core/text.ts'
import { parseTemplate } from '../../languages/hcl/hcl.ts'
import { blocksIn } from './blocks.ts'
import type { ResourceInstance, Run, Scope } from './scope.ts'
import { type Evaluated, entryOf, lazyString, listOf, mapOf, memberOf, textOf, unknown } from './value.ts'

/** `data.template_file.x.rendered`: its template with its `vars`. */
export function renderedTemplate(run: Run, resource: ResourceInstance): Evaluated {
  const { header } = resource.declaration
  const template = textOf(resource.attribute('template', header))
  if (!template) return unknown(header)
  const vars = resource.attribute('vars', header)
  const parsed = parseTemplate(template.value)
  if (parsed.template.kind !== 'template') return unknown(header)
  const scope: Scope = {
    run,
    origin: { uri: header.uri, text: template, whole: false },
    module: undefined,
    names: namesIn(vars),
  }
  return run.evaluateParts(parsed.template.parts, scope, spanOf(template))
}

/** The entries of a map as names. */
export function namesIn(vars: Evaluated): Scope['names'] {
  let names: Scope['names']
  if (vars.kind === 'map') {
    for (const entry of vars.entries) names = { parent: names, name: entry.key, value: entry.value as Evaluated }
  }
  return names
}

/**
 * `data.cloudinit_config.x.rendered`: the parts, each as it stands. `decoded` is a list of maps with `content` and
 * `content_type`, which is what there is to look at; the text itself is MIME, and mostly gzipped.
 */
export function renderedConfig(_run: Run, resource: ResourceInstance): Evaluated {
  const { header, span } = resource.declaration
  const parts = blocksIn(resource.attribute('part', header)).flatMap((part) => {
    const content = memberOf(part, 'content')
    return content ? [mapOf([entryOf('content', content.span, content)], part.span)] : []
  })
  return lazyString(() => literalText(UNKNOWN, span), span, { decoded: listOf(parts, span) })
}
