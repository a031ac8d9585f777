/**
 * Writes a line of CSV (RFC 4180). A value that a spreadsheet would take for a formula gets an
 * apostrophe before it. Source: OWASP, "CSV injection".
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: string): string {
  const harmless = /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(value)
    ? `'${value}`
    : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
