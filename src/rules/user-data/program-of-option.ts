/** So much of a line is looked at; a bound keeps lines of a megabyte linear. */
const REACH = 400

/**
 * Is the program whose name stands at an offset run there, so that the options after it are its own? It stands first in its
 * command, or after what runs others (`sudo`, `docker exec db`): in `find /var/lib/mysql -print0` it is a part of a path, in
 * `apt-get install mysql -p` an operand.
 */
export function runsProgram(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at)
  const command = before.slice(before.search(COMMAND_START))
  const words = command.split(/\s+/).filter((word) => word !== '' && !ASSIGNMENT.test(word))
  // `/usr/bin/mysql`: the path is part of the program's word.
  const path = /\S$/.test(command) ? words.pop() : undefined
  if (path !== undefined && !/^["'(]*(?:[\w.$~{}-]*\/)*s?bin\/$|^["'([{]+$/.test(path)) return false
  const [first] = words
  return first === undefined || RUNS_OTHERS.test(first)
}

/** After the last thing that ends a command. */
const COMMAND_START = /[^;&|\n(`]*$/
const ASSIGNMENT = /^\w+=\S*$/

const RUNS_OTHERS =
  /^["'[@-]*(?:.*\/)?(?:sudo|doas|su|runuser|exec|eval|time|timeout|nohup|nice|env|xargs|watch|ssh|bash|sh|then|do|else|if|while|until|!|docker|docker-compose|podman|nerdctl|compose|kubectl|oc|nsenter|chroot|RUN|CMD|ENTRYPOINT|ExecStart\S*|run:|command:|cmd:|shell:|script:|-|\$)["',]*$/
