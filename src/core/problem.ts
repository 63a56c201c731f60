/**
 * Bad input: one clear line that names the input, the place and the mend. Ends the run with exit code 2.
 * Anything else that is thrown is a defect of ours and is reported as one.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
}
