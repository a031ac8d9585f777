export interface JobRow {
  id: string;
  kind: string;
  key: string;
  payload: string;
  due_at: number;
  /** How often it was claimed. */
  attempts: number;
  /** Known only to the process that works on it. */
  lease: string | null;
  lease_until: number | null;
  ended_at: number | null;
  outcome: 'completed' | 'failed' | null;
}
