/**
 * What the page does by itself: search, severities, order, and folds that open where a link leads. It touches nothing but
 * the page, and without it everything is shown. Kept as the text that it is in the page, since its hash stands there too.
 */
export const SCRIPT = String.raw`
'use strict';
(() => {
  const byId = (id) => document.getElementById(id)
  const tools = byId('tools')
  for (const details of document.querySelectorAll('details')) addEventListener('beforeprint', () => (details.open = true))
  const reveal = () => {
    const target = byId(location.hash.slice(1))
    if (!target) return
    if (tools && target.closest('[hidden]')) reset()
    for (let up = target; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true
    target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  if (!tools) return reveal()

  const search = byId('search')
  const sort = byId('sort')
  const boxes = [...tools.querySelectorAll('input[type=checkbox]')]
  const order = boxes.map((box) => box.value)
  const lists = [...document.querySelectorAll('.list')].map((list) => ({
    list,
    rules: [...list.querySelectorAll('.group')],
    findings: [...list.querySelectorAll('.finding')].map((element) => ({
      element,
      home: element.parentElement,
      text: (element.textContent + ' ' + element.dataset.rule).toLowerCase(),
    })),
  }))
  const all = lists.flatMap(({ findings }) => findings)
  const links = [...document.querySelectorAll('nav a')].map((link) => [link.parentElement, byId(link.hash.slice(1))])
  /** Folds that a search has opened: they close with it. */
  const opened = new Set()
  const isShown = ({ element }) => !element.hidden

  function arrange() {
    const key = sort.value
    document.body.dataset.sort = key
    for (const { list, rules, findings } of lists) {
      for (const { element, home } of findings) home.append(element)
      for (const made of list.querySelectorAll('.made')) made.remove()
      for (const rule of rules) list.append(rule)
      if (key === 'rule') continue
      const groups = new Map()
      for (const { element } of findings) {
        const name = element.dataset[key]
        groups.set(name, [...(groups.get(name) ?? []), element])
      }
      const names = [...groups.keys()]
      names.sort(key === 'severity' ? (a, b) => order.indexOf(a) - order.indexOf(b) : undefined)
      list.prepend(...names.map((name) => groupOf(name, groups.get(name))))
    }
    filter()
  }

  function groupOf(name, elements) {
    const group = document.createElement('div')
    group.className = 'group made'
    const heading = document.createElement('h3')
    heading.textContent = name
    group.append(heading, ...elements)
    return group
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    for (const { element, text } of all) {
      element.hidden = !severities.has(element.dataset.severity) || !words.every((word) => text.includes(word))
    }
    for (const { list, rules, findings } of lists) {
      const shown = findings.filter(isShown)
      const wanted = new Set(shown.map(({ element }) => element.dataset.rule))
      for (const rule of rules) rule.hidden = !wanted.has(rule.dataset.rule)
      for (const made of list.querySelectorAll('.made')) made.hidden = !made.querySelector('.finding:not([hidden])')
      const part = list.closest('.part')
      part.hidden = shown.length === 0
      const fold = list.closest('details')
      if (fold && words.length > 0 && shown.length > 0 && !fold.open) {
        fold.open = true
        opened.add(fold)
      }
      if (fold && words.length === 0 && opened.delete(fold)) fold.open = false
    }
    for (const [item, target] of links) item.hidden = target !== null && target.closest('[hidden]') !== null
    const count = all.filter(isShown).length
    byId('status').textContent = 'Showing ' + count + ' of ' + all.length + (all.length === 1 ? ' finding' : ' findings')
    byId('none').hidden = count > 0
  }

  function reset() {
    search.value = ''
    for (const box of boxes) box.checked = true
    filter()
  }

  tools.addEventListener('submit', (event) => event.preventDefault())
  search.addEventListener('input', filter)
  sort.addEventListener('change', arrange)
  for (const box of boxes) box.addEventListener('change', filter)
  byId('reset').addEventListener('click', () => {
    reset()
    search.focus()
  })
  addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      search.focus()
    }
    if (event.key === 'Escape' && event.target === search) reset()
  })
  tools.hidden = false
  arrange()
  reveal()
})()
`
