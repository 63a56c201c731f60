/** A name with a literal that it is given; offsets into the text. */
export interface Assignment {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
  /** The place takes nothing but a secret; or what is no secret too, so that only a random one counts. */
  readonly takes?: 'secret' | 'random'
  /** What the judge is shown, where that is more than the value. */
  readonly judgedAs?: string
}

/** A name in a text, and where it stands. */
export interface Name {
  readonly text: string
  readonly start: number
  readonly end: number
}
