/**
 * Holds what a comparison of policies tells against what `can` answers, on pairs made at random: nothing is allowed after and not
 * before while nothing is told, and what is told has a request that shows it.
 *   npm run pairs [-- COUNT [FIRST]]     10,000 from the first seed on; exits 1 and names the seeds where one is wrong
 */
import { faultsOf } from '../test/iam/support/random-policies.ts'

const [count, first] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)]
const faults = faultsOf(count, first)
for (const fault of faults) console.log(fault)
console.log(`${count} pairs of policies, ${faults.length} of them compared wrongly`)
process.exitCode = faults.length === 0 ? 0 : 1
