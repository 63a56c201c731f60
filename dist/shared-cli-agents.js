import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/cli/agents.ts
var PROMPT = /prompt|BeforeAgent/i;
var eventOf = (name) => PROMPT.test(name) ? "prompt" : "tool";
var TIMEOUT = 30;
function stopsAsClaude(event, reason) {
  if (eventOf(event) === "prompt") return { decision: "block", reason };
  const decision = { permissionDecision: "deny", permissionDecisionReason: reason };
  return { hookSpecificOutput: { hookEventName: event, ...decision } };
}
var OPEN = "it goes on";
var AGENTS = {
  claude: {
    title: "Claude Code",
    files: { own: ".claude/settings.local.json", shared: ".claude/settings.json", user: ".claude/settings.json" },
    shape: "groups",
    hooks: [
      { event: "UserPromptSubmit" },
      { event: "PreToolUse", matcher: "Read|Write|Edit|MultiEdit|NotebookEdit|Bash|WebFetch|mcp__.*" }
    ],
    entry: (command) => ({ type: "command", command, timeout: TIMEOUT }),
    allows: () => void 0,
    stops: stopsAsClaude,
    unstarted: OPEN,
    reference: "https://docs.claude.com/en/docs/claude-code/hooks"
  },
  codex: {
    title: "Codex",
    files: { own: ".codex/hooks.json", shared: ".codex/hooks.json", user: ".codex/hooks.json" },
    shape: "groups",
    hooks: [{ event: "UserPromptSubmit" }, { event: "PreToolUse", matcher: "Bash|apply_patch|Edit|Write|mcp__.*" }],
    entry: (command) => ({ type: "command", command, timeout: TIMEOUT }),
    allows: () => void 0,
    stops: stopsAsClaude,
    unstarted: OPEN,
    reference: "https://developers.openai.com/codex/hooks",
    note: "Codex asks you to trust new hooks (/hooks), and does not run them before."
  },
  gemini: {
    title: "Gemini CLI",
    files: { own: ".gemini/settings.json", shared: ".gemini/settings.json", user: ".gemini/settings.json" },
    shape: "groups",
    hooks: [
      { event: "BeforeAgent" },
      {
        event: "BeforeTool",
        matcher: "read_file|read_many_files|write_file|replace|run_shell_command|web_fetch|mcp_.*"
      }
    ],
    entry: (command) => ({ name: "keylatch", type: "command", command, timeout: TIMEOUT * 1e3 }),
    allows: () => ({}),
    stops: (_, reason) => ({ decision: "deny", reason }),
    unstarted: OPEN,
    reference: "https://geminicli.com/docs/hooks/reference"
  },
  cursor: {
    title: "Cursor",
    files: { own: ".cursor/hooks.json", shared: ".cursor/hooks.json", user: ".cursor/hooks.json" },
    shape: "list",
    hooks: [
      { event: "beforeSubmitPrompt" },
      { event: "beforeReadFile" },
      { event: "beforeShellExecution" },
      { event: "beforeMCPExecution" },
      { event: "preToolUse", matcher: "Write" }
    ],
    entry: (command, failClosed) => ({ command, timeout: TIMEOUT, failClosed }),
    // A hook that must answer is not heard when it prints nothing.
    allows: (event, failClosed) => {
      if (eventOf(event) === "prompt") return { continue: true };
      return failClosed ? { permission: "allow" } : {};
    },
    stops: (event, reason) => eventOf(event) === "prompt" ? { continue: false, user_message: reason } : { permission: "deny", user_message: reason, agent_message: reason },
    unstarted: "it goes on, or with --fail-closed it is stopped",
    reference: "https://cursor.com/docs/agent/hooks"
  },
  copilot: {
    title: "GitHub Copilot",
    files: {
      own: ".github/hooks/keylatch.json",
      shared: ".github/hooks/keylatch.json",
      user: ".copilot/hooks/keylatch.json"
    },
    shape: "list",
    hooks: [{ event: "preToolUse" }],
    entry: (command) => ({ type: "command", bash: command, powershell: `& ${command}`, timeoutSec: TIMEOUT }),
    allows: () => void 0,
    stops: (_, reason) => ({ permissionDecision: "deny", permissionDecisionReason: reason }),
    unstarted: "the tool is not run",
    reference: "https://docs.github.com/en/copilot/reference/hooks-reference",
    note: "Copilot hears no hook about prompts: only tools are stopped."
  }
};

export {
  AGENTS
};
