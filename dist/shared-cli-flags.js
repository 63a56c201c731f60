import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  wrap
} from "./shared-report.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  Problem
} from "./shared-core-problem.js";

// src/cli/flags.ts
import { parseArgs } from "node:util";
function parseFlags(command, words) {
  const options = Object.fromEntries(
    Object.entries({ ...command.flags, help: HELP }).map(([name, { type, multiple, short }]) => [
      name,
      { type, ...multiple ? { multiple } : {}, ...short ? { short } : {} }
    ])
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const flag = options[token.name];
    if (!flag) throw new Problem(unknownFlag(command, token.rawName));
    if (flag.type === "string" && (token.value === void 0 || !token.inlineValue && /^--?[a-z]/.test(token.value))) {
      throw new Problem(`${token.rawName} needs a value; see: keylatch ${command.name} --help`);
    }
    if (flag.type === "boolean" && token.value !== void 0) {
      throw new Problem(`${token.rawName} takes no value; see: keylatch ${command.name} --help`);
    }
  }
  if (positionals.length > command.most && !values.help) {
    throw new Problem(
      `keylatch ${command.name} takes ${command.operands || "no arguments"}, so what is '${positionals[command.most]}'?`
    );
  }
  const all = (name) => [values[name] ?? []].flat().map(String);
  return {
    operands: positionals,
    has: (name) => values[name] === true,
    value: (name) => all(name).at(-1),
    values: all
  };
}
function helpOf(command, room = 100) {
  const flags = Object.entries({ ...command.flags, help: HELP }).map(([name, flag]) => {
    const word = `--${name}${flag.value ? ` ${flag.value}` : ""}`;
    return [flag.short ? `-${flag.short}, ${word}` : `    ${word}`, flag.help];
  });
  const usage = ["keylatch", command.name, command.operands, "[options]"].filter(Boolean).join(" ");
  return [
    `${wrap(command.summary, room).join("\n")}
`,
    `Usage: ${usage}
`,
    `Options:
${columns(flags, room)}
`,
    ...command.notes?.length ? [`${command.notes.flatMap((note) => wrap(note, room)).join("\n")}
`] : [],
    `Examples:
${columns(command.examples, room)}`
  ].join("\n");
}
function columns(rows, room = 100) {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  const indent = " ".repeat(width + 4);
  return rows.map(([left, right]) => {
    const text = wrap(right, Math.max(30, room - indent.length)).join(`
${indent}`);
    return left.length > width ? `  ${left}
${indent}${text}` : `  ${left.padEnd(width)}  ${text}`;
  }).join("\n");
}
var HELP = { type: "boolean", short: "h", help: "Show this page" };
function unknownFlag(command, flag) {
  const known = Object.keys(command.flags).map((name) => `--${name}`);
  return `unknown option ${flag}${hint(flag, known) || "."} See: keylatch ${command.name} --help`;
}

export {
  parseFlags,
  helpOf,
  columns
};
