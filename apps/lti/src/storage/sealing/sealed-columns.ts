/** Every column that holds a secret, so that all of them follow when the key is replaced. */
export const sealedColumns = {
  toolKeys: { table: 'tool_keys', id: 'kid', column: 'sealed_private_jwk' },
} as const;

export interface SealedColumn {
  readonly table: string;
  /** The primary key of the table. */
  readonly id: string;
  readonly column: string;
}

/** Names a column as its sealed values know it. */
export function nameOf({ table, column }: SealedColumn): string {
  return `${table}.${column}`;
}
