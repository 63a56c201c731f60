/** One line of the table; formats add their own columns. */
export type Row = Readonly<Record<string, string | number>>
