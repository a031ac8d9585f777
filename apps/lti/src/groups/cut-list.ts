/**
 * Cuts a list of groups, with commas or as JSON, to a number of characters; what stays are whole
 * members. Undefined where not one fits: that says nothing, while an empty list says "in none".
 */
export function cutList(list: string, longest: number): string | undefined {
  if (list.length <= longest) return list;
  if (list.startsWith('[')) return cutJson(list, longest);
  const end = list.lastIndexOf(',', longest);
  return end > 0 ? list.slice(0, end) : undefined;
}

function cutJson(list: string, longest: number): string | undefined {
  let members: unknown;
  try {
    members = JSON.parse(list);
  } catch {
    return undefined;
  }
  if (!Array.isArray(members)) return undefined;
  const kept: string[] = [];
  let length = '[]'.length;
  for (const member of members) {
    const text = JSON.stringify(member);
    length += text.length + ','.length;
    if (length > longest) break;
    kept.push(text);
  }
  return kept.length > 0 ? `[${kept.join(',')}]` : undefined;
}
