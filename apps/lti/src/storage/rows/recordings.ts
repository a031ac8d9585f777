export interface RecordingRow {
  room_id: string;
  record_id: string;
  state: 'expected' | 'processing' | 'processed' | 'published' | 'unpublished' | 'deleted';
  /** JSON of what the server last said; null while it is expected. */
  facts: string | null;
  /** Its name in small letters and without accents. */
  search_text: string;
  started_at: number | null;
  expected_since: number | null;
  missing_since: number | null;
  audience: 'room' | 'teachers';
}

export interface RecordingListRow {
  room_id: string;
  /** When the server last told everything. */
  read_at: number | null;
  /** When it is asked again without anybody waiting for it. */
  due_at: number | null;
  /** How often it has failed in a row. */
  failures: number;
  /** Until then somebody is asking. */
  lease_until: number | null;
  /** The recording that the meeting would leave that was last seen open. */
  live_record_id: string | null;
  /** Whether its recording was seen to be on. */
  live_recorded: number;
  /** When the last meeting was found over. */
  ended_at: number | null;
}
