/** Gives in how many milliseconds an answer says that there may be something new. */
export function askAfter({ headers }: Response): number | undefined {
  const announced = headers.get('Bluebridge-Ask-After');
  return announced !== null && /^\d+$/.test(announced) ? Number(announced) : undefined;
}
