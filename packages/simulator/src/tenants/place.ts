/** Returns where a tenant is: the origin, with the path of its name if it has one. */
export function placeOf(origin: string, name: string): string {
  return name === '' ? origin : `${origin}/${name}`;
}

/** Where people meet: the same place under another name for the machine. */
export function joinBaseOf(place: string, joinHost: string | undefined): string {
  const url = new URL(place);
  if (joinHost !== undefined) url.hostname = joinHost;
  return url.href.replace(/\/$/u, '');
}
