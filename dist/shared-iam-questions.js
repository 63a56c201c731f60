import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  escalationSteps,
  isAllow,
  namesOf
} from "./shared-iam-dangers-data-exfiltration.js";
import {
  ACCESS_LEVELS,
  SERVICE_PREFIXES,
  actionsReached,
  adminIn,
  arnParts,
  count,
  escalationContextOf,
  escalationsIn,
  hasManaged,
  intersection,
  intersects,
  isAlwaysPresent,
  keyOf,
  levelActions,
  listed,
  matches,
  operatorOf,
  permissionsOfPrincipal,
  principalsOf,
  reachesName,
  serviceActions,
  timeOf
} from "./shared-iam-escalation-context.js";
import {
  inBlock
} from "./shared-core-address-blocks.js";
import {
  UNKNOWN
} from "./shared-core-text.js";

// src/iam/evaluate-conditions.ts
function conditionsMet(conditions, context) {
  return every(conditions, (condition) => conditionMet(condition, context));
}
function every(items, ask) {
  let answer2 = "yes";
  for (const item of items) {
    const one = ask(item);
    if (one === "no") return "no";
    if (one === "maybe") answer2 = "maybe";
  }
  return answer2;
}
function some(items, ask) {
  return not(every(items, (item) => not(ask(item))));
}
function not(answer2) {
  return answer2 === "yes" ? "no" : answer2 === "no" ? "yes" : "maybe";
}
var answer = (holds) => holds ? "yes" : "no";
function conditionMet(condition, context) {
  const operator = operatorOf(condition);
  const key = keyOf(condition);
  if (key.includes(UNKNOWN) || operator.name.includes(UNKNOWN)) return "maybe";
  const given = context.get(key);
  if (operator.name === "null") {
    return some(condition.values, (leaf) => {
      if (leaf.value.includes(UNKNOWN)) return "maybe";
      return answer(leaf.value.toLowerCase() === "true" === (given === void 0 || given.length === 0));
    });
  }
  if (given === void 0 || given.length === 0) return whenAbsent(operator, key);
  const compare = comparator(operator.name);
  if (!compare) return "maybe";
  const matched = (value) => some(condition.values, (leaf) => compareOne(leaf.value, value, compare, context));
  const satisfied = (value) => operator.negated ? not(matched(value)) : matched(value);
  if (operator.quantifier === "all") return every(given, satisfied);
  if (operator.quantifier === "any") return some(given, satisfied);
  return operator.negated ? not(some(given, matched)) : some(given, matched);
}
function whenAbsent(operator, key) {
  if (isAlwaysPresent(key)) return "maybe";
  if (operator.ifExists || operator.quantifier === "all") return "yes";
  if (operator.quantifier === "any") return "no";
  return answer(operator.negated);
}
function compareOne(written, value, compare, context) {
  const wanted = substitute(written, context);
  if (wanted === void 0) return "no";
  if (!wanted.includes(UNKNOWN)) return answer(compare(wanted, value));
  return intersects(wanted, value) ? "maybe" : "no";
}
function substitute(written, context) {
  if (!written.includes("${")) return written;
  let missing = false;
  const text = written.replace(/\$\{([^{}]*)\}/g, (_, inner) => {
    if (inner === "*" || inner === "?" || inner === "$") return literal(inner);
    const [, name = "", fallback] = /^([^,]*)(?:,\s*'([^']*)'\s*)?$/.exec(inner) ?? [];
    const values = context.get(name.trim().toLowerCase());
    const value = values?.length === 1 ? values[0] : void 0;
    if (value === void 0 && fallback === void 0) missing = true;
    return literal(value ?? fallback ?? "");
  });
  return missing ? void 0 : text;
}
var STAR = "\uE001";
var MARK = "\uE002";
var literal = (text) => text.replaceAll("*", STAR).replaceAll("?", MARK);
function like(pattern, text) {
  return pattern.includes(STAR) || pattern.includes(MARK) ? matches(pattern, literal(text)) : matches(pattern, text);
}
function plain(wanted) {
  return wanted.replaceAll(STAR, "*").replaceAll(MARK, "?");
}
function comparator(name) {
  return COMPARATORS[name.replace("not", "")];
}
var numeric = (test) => (wanted, value) => {
  const numbers = [value, wanted].map(
    (text) => /^\s*[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN
  );
  return !numbers.some(Number.isNaN) && test(numbers[0], numbers[1]);
};
var date = (test) => (wanted, value) => {
  const times = [timeOf(value), timeOf(wanted)];
  return times[0] !== void 0 && times[1] !== void 0 && test(times[0], times[1]);
};
var COMPARATORS = {
  stringequals: (wanted, value) => plain(wanted) === value,
  stringequalsignorecase: (wanted, value) => plain(wanted).toLowerCase() === value.toLowerCase(),
  stringlike: like,
  numericequals: numeric((value, wanted) => value === wanted),
  numericlessthan: numeric((value, wanted) => value < wanted),
  numericlessthanequals: numeric((value, wanted) => value <= wanted),
  numericgreaterthan: numeric((value, wanted) => value > wanted),
  numericgreaterthanequals: numeric((value, wanted) => value >= wanted),
  dateequals: date((value, wanted) => value === wanted),
  datelessthan: date((value, wanted) => value < wanted),
  datelessthanequals: date((value, wanted) => value <= wanted),
  dategreaterthan: date((value, wanted) => value > wanted),
  dategreaterthanequals: date((value, wanted) => value >= wanted),
  bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  binaryequals: (wanted, value) => wanted === value,
  ipaddress: (wanted, value) => inBlock(value, wanted),
  arnequals: arnLike,
  arnlike: arnLike
};
function arnLike(pattern, arn) {
  const wanted = arnParts(pattern);
  const given = arnParts(arn);
  if (wanted.length < 6 || given.length < 6) return pattern === "*" || pattern === arn;
  return wanted.every((part, at) => like(part, given[at]));
}

// src/iam/simulate.ts
function evaluate(request, policies) {
  const { identity, boundaries, session, controls = [], resource } = policies;
  const all = [...identity, ...boundaries ?? [], ...session ?? [], ...controls.flat()];
  const denies = [
    ...statementsMatching(all, "deny", request),
    ...resource ? statementsMatching([resource], "deny", request, true) : []
  ];
  if (isRootBecoming(request))
    return { outcome: "implicit deny", reason: "The root user cannot assume roles.", statements: [] };
  if (isOpenToAll(request))
    return { outcome: "allowed", reason: "It needs no permission, and no policy denies it.", statements: [] };
  const denied = denies.filter(({ answer: answer2 }) => answer2 === "yes").map(({ statement }) => statement);
  if (denied.length > 0) return { outcome: "explicit deny", reason: "A statement denies it.", statements: denied };
  const steps = controls.map(
    (level) => allowedBy(level, request, "A control policy of the organization does not allow it.")
  );
  const granted = grantedBy(request, policies);
  const decision = [...steps, ...granted].reduce(worse, { answer: "yes", reason: "Allowed.", statements: [] });
  if (decision.answer === "no") return { outcome: "implicit deny", reason: decision.reason, statements: [] };
  const allows = [...new Set([...steps, ...granted].flatMap((step) => step.statements))];
  if (decision.answer === "maybe" || denies.length > 0) {
    const reason = denies.length > 0 ? "A Deny may strike: it depends on something that is not known here." : decision.reason;
    return { outcome: "unknown", reason, statements: [...denies.map(({ statement }) => statement), ...allows] };
  }
  return { outcome: "allowed", reason: "A statement allows it and none denies it.", statements: allows };
}
var isRootBecoming = ({ action, caller }) => caller.kind === "root" && /^sts:AssumeRole$/i.test(action);
function isOpenToAll({ action, caller }) {
  return /^sts:GetCallerIdentity$/i.test(action) && caller.kind !== "anonymous" && caller.kind !== "service";
}
var UNSURE = "It depends on something that is not known here.";
function worse(a, b) {
  const weight = { yes: 0, maybe: 1, no: 2 };
  return weight[b.answer] > weight[a.answer] ? b : a;
}
function grantedBy(request, policies) {
  const { caller } = request;
  const own = ownSteps(request, policies);
  const { resource } = policies;
  const trustGrant = resource ? resourcePolicyAnswer(resource, request) : void 0;
  if (caller.kind === "anonymous" || caller.kind === "service" || caller.kind === "federated") {
    return [
      trustGrant?.direct ?? { answer: "no", reason: "The resource has no policy that lets it in.", statements: [] }
    ];
  }
  if (isForeign(request)) {
    const let_in = trustGrant ? better(trustGrant.direct, trustGrant.account) : void 0;
    return [
      let_in ?? {
        answer: "no",
        reason: "It is in another account, and has no policy that lets this one in.",
        statements: []
      },
      ...own
    ];
  }
  if (trustGrant && guardsItself(request)) {
    if (trustGrant.direct.answer === "yes") return past(request, trustGrant, own);
    const passed = better(trustGrant.direct, trustGrant.account);
    return passed.answer === "no" ? [{ ...passed, reason: "The resource's own policy does not let it in." }] : [passed, ...own];
  }
  if (trustGrant?.direct.answer === "yes") return past(request, trustGrant, own);
  const denied = own.find((step) => step.answer === "no");
  return denied && trustGrant?.direct.answer === "maybe" ? [trustGrant.direct] : own;
}
function ownSteps(request, { identity, boundaries, session }) {
  if (request.caller.kind === "root") return [];
  return [allowedBy(identity, request, "No identity policy allows it."), ...limits(request, boundaries, session)];
}
function limits(request, boundaries, session) {
  return [
    ...boundaries?.length ? [allowedBy(boundaries, request, "The permissions boundary does not allow it.")] : [],
    ...session ? [allowedBy(session, request, "The session policy does not allow it.")] : []
  ];
}
function past(request, trustGrant, own) {
  if (request.caller.kind !== "role" || trustGrant.bySession) return [trustGrant.direct];
  return [trustGrant.direct, ...own.slice(1)];
}
function resourcePolicyAnswer(document, request) {
  const allows = statementsMatching([document], "allow", request, true);
  const step = (ways) => {
    const fitting = allows.filter(({ way }) => way !== void 0 && ways.includes(way));
    const answer2 = some(fitting, (one) => one.answer);
    return {
      answer: answer2,
      reason: answer2 === "no" ? "The resource's policy does not let it in." : UNSURE,
      statements: fitting.filter((one) => one.answer !== "no").map(({ statement }) => statement)
    };
  };
  return {
    direct: step(["anyone", "session", "name"]),
    account: step(["account"]),
    bySession: step(["anyone", "session"]).answer === "yes"
  };
}
function better(a, b) {
  return worse(a, b) === a && a.answer !== b.answer ? b : a;
}
function isForeign({ caller, resource, resourceAccount }) {
  const account = resourceAccount ?? resource.split(":")[4];
  return caller.account !== void 0 && /^\d{12}$/.test(account ?? "") && account !== caller.account;
}
function guardsItself({ action }) {
  return /^(kms:|sts:AssumeRole)/i.test(action);
}
function allowedBy(documents, request, otherwise) {
  const allows = statementsMatching(documents, "allow", request);
  const answer2 = some(allows, (one) => one.answer);
  const incomplete = answer2 === "no" && documents.some((document) => document.incomplete);
  return {
    answer: incomplete ? "maybe" : answer2,
    reason: incomplete || answer2 === "maybe" ? UNSURE : otherwise,
    statements: allows.filter((one) => one.answer !== "no").map(({ statement }) => statement)
  };
}
function statementsMatching(documents, effect, request, byPrincipal = false) {
  return documents.flatMap(
    ({ statements }) => statements.flatMap((statement) => {
      const written = statement.effect.value.toLowerCase();
      if (written !== effect && written !== UNKNOWN) return [];
      const principal = byPrincipal ? principalMatch(statement, request.caller) : { answer: "yes" };
      const parts = [
        principal.answer,
        written === UNKNOWN ? "maybe" : "yes",
        statementMatch(statement, request)
      ];
      const answer2 = every(parts, (part) => part);
      return answer2 === "no" ? [] : [{ statement, answer: answer2, ..."way" in principal && principal.way && { way: principal.way } }];
    })
  );
}
function statementMatch(statement, { action, resource, context }) {
  const { actions, notActions, resources, notResources } = statement;
  return every(
    [
      () => notActions.length > 0 ? not(anyAction(notActions, action)) : anyAction(actions, action),
      () => notResources.length > 0 ? not(anyResource(notResources, resource, context)) : resourcesMatch(resources, resource, context),
      () => conditionsMet(statement.conditions, context)
    ],
    (ask) => ask()
  );
}
function anyAction(patterns, action) {
  const wanted = action.toLowerCase();
  return some(patterns, ({ value }) => {
    const pattern = value.toLowerCase();
    if (pattern.includes(UNKNOWN)) return intersects(pattern, wanted) ? "maybe" : "no";
    return matches(pattern, wanted) ? "yes" : "no";
  });
}
function resourcesMatch(patterns, resource, context) {
  return patterns.length === 0 ? "yes" : anyResource(patterns, resource, context);
}
function anyResource(patterns, resource, context) {
  return some(patterns, ({ value }) => {
    const pattern = inOwnAccount(substitute(value, context));
    if (pattern === void 0) return "no";
    if (pattern.includes(UNKNOWN)) return intersects(pattern, resource) ? "maybe" : "no";
    return like(pattern, resource) ? "yes" : "no";
  });
}
function inOwnAccount(pattern) {
  if (!pattern?.includes(UNKNOWN) || !pattern.startsWith("arn:")) return pattern;
  const parts = pattern.split(":");
  return parts.map((part, at) => at < 5 && at !== 2 ? part.replace(/^\uE000+$/, "*") : part).join(":");
}
function principalMatch(statement, caller) {
  if (statement.notPrincipals.length > 0) {
    const named = some(statement.notPrincipals, (principal) => names(principal, caller).answer);
    return { answer: not(named), way: "anyone" };
  }
  const found = statement.principals.map((principal) => names(principal, caller)).filter(({ answer: answer2 }) => answer2 !== "no");
  return found.find(({ answer: answer2, way }) => answer2 === "yes" && way !== "account") ?? found.find(({ answer: answer2 }) => answer2 === "yes") ?? found[0] ?? { answer: "no" };
}
function names({ type, value }, caller) {
  const text = value.value;
  if (text === "*" && (type === "*" || type === "AWS")) return { answer: "yes", way: "anyone" };
  if (type === "Service") return same(text, caller.kind === "service" ? caller.arn : void 0, "name");
  if (type === "Federated") return same(text, caller.kind === "federated" ? caller.arn : void 0, "name");
  if (type === "CanonicalUser" && caller.account !== void 0) return { answer: "maybe", way: "account" };
  if (type !== "AWS" || caller.kind === "anonymous" || caller.kind === "service" || caller.kind === "federated") {
    return { answer: type === UNKNOWN ? "maybe" : "no", way: "name" };
  }
  if (caller.session !== void 0 && text === caller.session) return { answer: "yes", way: "session" };
  if (caller.account !== void 0 && isAccount(text, caller.account)) {
    return { answer: "yes", way: caller.kind === "root" ? "name" : "account" };
  }
  return same(text, caller.arn, "name");
}
function isAccount(text, account) {
  return text === account || new RegExp(`^arn:[^:]*:iam::(${account}|${UNKNOWN}+):root$`).test(text);
}
var answerOf = (holds) => holds ? "yes" : "no";
function same(written, given, way) {
  if (given === void 0) return { answer: "no", way };
  const pattern = inOwnAccount(written);
  if (!pattern.includes(UNKNOWN))
    return { answer: pattern === written ? answerOf(written === given) : answerOf(matches(pattern, given)), way };
  return { answer: intersects(pattern, given) ? "maybe" : "no", way };
}

// src/iam/resource-policies.ts
function policyAbout(units, action, resource) {
  if (/^sts:AssumeRole/i.test(action)) {
    const name = /:role\/(?:.*\/)?([^/]+)$/.exec(resource)?.[1];
    const roles = name === void 0 ? [] : units.flatMap((unit) => principalsOf(unit).named("role", name));
    return joinedDocument(roles.flatMap((role) => role.trust));
  }
  return joinedDocument(
    resourcePoliciesIn(units).filter(({ node, nodes }) => isNamed(node, resource) || isItsOwn(node, resource, nodes)).map(({ node }) => node)
  );
}
function resourcePoliciesIn(units) {
  return units.flatMap(
    ({ nodes }) => nodes.filter(
      (node) => node.kind === "policy" && node.document.role === "resource" && !node.madeOnly
    ).map((node) => ({ node, nodes }))
  );
}
function reaches(statement, resource) {
  const caller = { arn: "", kind: "role" };
  const actions = [{ value: "*", span: statement.span }];
  const request = { caller, action: "*:*", resource, context: /* @__PURE__ */ new Map() };
  return statementMatch({ ...statement, actions, notActions: [], conditions: [] }, request) !== "no";
}
function isNamed({ document }, resource) {
  return document.statements.some(
    (statement) => some(statement.resources, ({ value, span }) => {
      if (/^\*+$/.test(value)) return "no";
      const one = { ...statement, resources: [{ value, span }] };
      return reaches(one, resource) ? "yes" : "no";
    }) === "yes"
  );
}
function isItsOwn({ holders, document }, resource, nodes) {
  const [, , service, , , ...rest] = resource.split(":");
  const name = rest.join(":");
  const plain2 = /^(?:[\w-]+[/:])?([^/:]+)/.exec(name)?.[1];
  if (plain2 === void 0 || !document.statements.some(({ resources }) => isAnything(resources))) return false;
  return holders.some((holder) => {
    if (holder.service !== service) return false;
    const own = nodes.find((node) => node.kind === "resource" && node.anchor === holder.address);
    const names2 = own?.kind === "resource" ? namesOf(own) : [holder.address];
    return names2.some((one) => one === plain2 || one === name);
  });
}
var isAnything = (resources) => resources.length === 0 || resources.some(({ value }) => /^\*+$/.test(value));
function joinedDocument(nodes) {
  const [first] = nodes;
  if (!first) return void 0;
  return {
    role: first.document.role,
    statements: nodes.flatMap(({ document }) => document.statements),
    incomplete: nodes.some(({ document }) => document.incomplete)
  };
}

// src/iam/questions.ts
function grantsReport(units) {
  return units.flatMap(
    (unit) => principalsOf(unit).all.filter(({ holder }) => holder.kind !== "group").map((principal) => grantsOfPrincipal(principal, unit, units))
  );
}
function grantsOfPrincipal(principal, unit, units) {
  const permissions = permissionsOfPrincipal(principal, unit);
  const admin = adminIn(permissions);
  const reached = actionsReached(permissions, "scoped");
  const escalations = admin?.kind === "full" ? [] : escalationsIn(permissions, escalationContextOf(principal, unit));
  return {
    holder: nameOf(principal),
    address: principal.holder.address,
    span: principal.identity?.span ?? principal.holder.span,
    administrator: admin?.assumed ? void 0 : admin?.kind,
    actions: count(reached),
    services: servicesOf(permissions),
    escalations: escalations.filter(({ severity }) => severity !== "note").map((escalation) => escalationSteps(escalation, principal)),
    boundary: principal.unknownBoundary ? "unknown" : principal.boundaries.length > 0 ? "known" : "none",
    through: letInBy(principal, units),
    incomplete: permissions.incomplete || principal.unknownPolicies || hasManaged(principal)
  };
}
function servicesOf(permissions) {
  const reached = actionsReached(permissions, "scoped");
  const wide = actionsReached(permissions, "wide");
  return SERVICE_PREFIXES.flatMap((service) => {
    const own = intersection(reached, serviceActions(service));
    const actions = count(own);
    if (actions === 0) return [];
    const levels = ACCESS_LEVELS.flatMap((level) => {
      const size = count(intersection(own, levelActions(level)));
      return size === 0 ? [] : [[level, size]];
    });
    return [{ service, actions, levels: Object.fromEntries(levels), everywhere: count(intersection(own, wide)) }];
  });
}
function nameOf({ holder }) {
  const known = holder.name !== void 0 && holder.name !== "" && !holder.name.includes(UNKNOWN);
  return `${holder.kind} ${known ? holder.name : holder.address}`;
}
function letInBy({ holder: { kind, name, address } }, units) {
  const isMeant = (value) => value === address || name !== void 0 && !value.includes("*") && reachesName(value, kind, name);
  const trust = units.flatMap((unit) => principalsOf(unit).all.flatMap((role) => role.trust));
  return [...resourcePoliciesIn(units).map(({ node }) => node), ...trust].flatMap(
    ({ document, holders, anchor }) => document.statements.filter((statement) => isAllow(statement) && statement.principals.some(({ value }) => isMeant(value.value))).map(({ actions, notActions }) => {
      const what = actions.length > 0 ? listed(
        actions.map(({ value }) => value),
        3
      ) : `everything but ${listed(
        notActions.map(({ value }) => value),
        3
      )}`;
      return `${what} on ${holders[0]?.name ?? holders[0]?.address ?? anchor}`;
    })
  );
}

export {
  conditionsMet,
  evaluate,
  policyAbout,
  resourcePoliciesIn,
  reaches,
  grantsReport,
  nameOf
};
