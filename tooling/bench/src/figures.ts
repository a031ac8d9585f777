/** Figures of one measurement, by name. */
export type Figures = Readonly<Record<string, number>>;

/** One measurement; it has a process of its own. */
export type Cell = (argument: string) => Promise<Figures>;
