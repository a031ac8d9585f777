<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Meeting\MeetingWatch;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * What the requests of this Nextcloud know of running meetings, so that one of them asks for all. A
 * change on condition is one statement, and means the same on each database.
 */
class MeetingWatches
{
    public const TABLE = 'bluebridge_watches';

    /** As many questions as a minute may have. */
    public const MOST_QUESTIONS = 12;

    public function __construct(private readonly IDBConnection $db)
    {
    }

    /** Reads what is known; a meeting nobody asked about yet has an empty watch. */
    public function read(string $meetingID): MeetingWatch
    {
        return $this->readAll([$meetingID])[$meetingID];
    }

    /**
     * Reads what is known of several meetings at once.
     *
     * @param list<string> $meetingIDs
     * @return array<string, MeetingWatch> one for each
     */
    public function readAll(array $meetingIDs): array
    {
        $watches = [];
        foreach ($meetingIDs as $meetingID) {
            $watches[$meetingID] = new MeetingWatch($meetingID);
        }
        foreach (array_chunk($meetingIDs, 1_000) as $some) {
            $query = $this->db->getQueryBuilder();
            $result = $query->select('*')
                ->from(self::TABLE)
                ->where($query->expr()->in('meeting_id', $query->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)))
                ->executeQuery();
            while (is_array($row = $result->fetch())) {
                $watch = self::watchOf($row);
                $watches[$watch->meetingID] = $watch;
            }
            $result->closeCursor();
        }

        return $watches;
    }

    /** Takes the right to ask at a time. Of all who try on the same reading, one is answered true. */
    public function claim(MeetingWatch $seen, int $at): bool
    {
        $this->ensure($seen->meetingID);
        $recent = json_encode(array_slice([...$seen->recent, $at], -self::MOST_QUESTIONS), JSON_THROW_ON_ERROR);
        $query = $this->change($seen->meetingID, ['asked_at' => $at, 'recent' => $recent]);
        $query->andWhere($query->expr()->eq('asked_at', $query->createNamedParameter($seen->askedAt, IQueryBuilder::PARAM_INT)));

        return $query->executeStatement() === 1;
    }

    /**
     * Keeps the answer to the question asked at a time, unless a later one was answered, or the
     * meeting was changed, meanwhile; tells whether it was kept.
     */
    public function answer(string $meetingID, int $askedAt, string $snapshot): bool
    {
        // The time differs from the one before, so the row changes also where the answer is the same.
        $query = $this->change($meetingID, ['snapshot' => $snapshot, 'answered_at' => $askedAt]);
        $isKept = $query->andWhere($query->expr()->lte('changed_at', $query->createNamedParameter($askedAt, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->lte('settled_at', $query->createNamedParameter($askedAt, IQueryBuilder::PARAM_INT)))
            ->executeStatement() === 1;
        $this->settle($meetingID, $askedAt, ['answered_at' => $askedAt, 'failures' => 0, 'failure_code' => null, 'retry_after' => 0]);

        return $isKept;
    }

    /**
     * Keeps that the question asked at a time failed, unless a later one came to an end meanwhile.
     *
     * @param int $retryAfter how long the server asked to be left alone, ms
     */
    public function fail(MeetingWatch $before, int $askedAt, string $code, int $retryAfter): void
    {
        $failed = ['failures' => $before->failures + 1, 'failure_code' => $code, 'retry_after' => $retryAfter];
        $this->settle($before->meetingID, $askedAt, $failed);
    }

    /** Keeps what a meeting is like because we changed it. */
    public function changed(string $meetingID, int $at, string $snapshot): void
    {
        $this->ensure($meetingID);
        $changed = ['changed_at' => $at, 'snapshot' => $snapshot, 'failures' => 0, 'failure_code' => null, 'retry_after' => 0];
        $this->change($meetingID, $changed)->executeStatement();
    }

    /** Keeps that something happens in a meeting at a time: a reason to look. */
    public function hint(string $meetingID, int $at): void
    {
        $this->ensure($meetingID);
        $this->change($meetingID, ['event_at' => $at])->executeStatement();
    }

    /** Keeps that the server told of something in a meeting. */
    public function heard(string $meetingID, int $at): void
    {
        $this->ensure($meetingID);
        $this->change($meetingID, ['heard_at' => $at])->executeStatement();
        $query = $this->change($meetingID, ['event_at' => $at]);
        $query->andWhere($query->expr()->lt('event_at', $query->createNamedParameter($at, IQueryBuilder::PARAM_INT)))->executeStatement();
    }

    /** Keeps that the server tells nothing of a meeting any more. */
    public function silence(string $meetingID): void
    {
        $this->change($meetingID, ['heard_at' => 0, 'missed_at' => 0])->executeStatement();
    }

    /** Keeps that something had happened of which the server did not tell, although it tells of such things. */
    public function missed(string $meetingID, int $at): void
    {
        $this->change($meetingID, ['missed_at' => $at])->executeStatement();
    }

    /** Keeps that somebody waits for a meeting. */
    public function awaited(string $meetingID, int $at): void
    {
        $this->ensure($meetingID);
        $this->change($meetingID, ['waiting_at' => $at])->executeStatement();
    }

    /** Forgets a meeting whose room is gone. */
    public function forget(string $meetingID): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingID)))
            ->executeStatement();
    }

    /** Forgets all meetings: they were those of another server. */
    public function forgetAll(): void
    {
        $this->db->getQueryBuilder()->delete(self::TABLE)->executeStatement();
    }

    /** @param array<string, string|int|null> $values */
    private function settle(string $meetingID, int $askedAt, array $values): void
    {
        $query = $this->change($meetingID, ['settled_at' => $askedAt] + $values);
        $query->andWhere($query->expr()->lte('settled_at', $query->createNamedParameter($askedAt, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    /** @param array<string, string|int|null> $values */
    private function change(string $meetingID, array $values): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();
        $query->update(self::TABLE);
        foreach ($values as $column => $value) {
            $type = is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR;
            $query->set($column, $query->createNamedParameter($value, $value === null ? IQueryBuilder::PARAM_NULL : $type));
        }

        return $query->where($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingID)));
    }

    private function ensure(string $meetingID): void
    {
        $this->db->insertIgnoreConflict(self::TABLE, ['meeting_id' => $meetingID]);
    }

    /** @param array<string, mixed> $row */
    private static function watchOf(array $row): MeetingWatch
    {
        $text = static fn (string $column): ?string => is_scalar($row[$column] ?? null) ? (string) $row[$column] : null;
        $number = static fn (string $column): int => (int) $text($column);
        $recent = json_decode($text('recent') ?? '[]', true);

        return new MeetingWatch(
            (string) $text('meeting_id'),
            $number('asked_at'),
            is_array($recent) ? array_values(array_filter($recent, is_int(...))) : [],
            $number('settled_at'),
            $number('answered_at'),
            $number('changed_at'),
            $text('snapshot'),
            $number('failures'),
            $text('failure_code'),
            $number('retry_after'),
            $number('event_at'),
            $number('waiting_at'),
            $number('heard_at'),
            $number('missed_at'),
        );
    }
}
