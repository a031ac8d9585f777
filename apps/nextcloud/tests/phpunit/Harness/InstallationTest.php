<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Harness;

use OCA\Bluebridge\Tests\AppTestCase;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;

/** What the other tests rely on. */
final class InstallationTest extends AppTestCase
{
    public function test_an_unknown_address_is_not_found(): void
    {
        self::assertSame(404, $this->as('alice')->api('GET', 'nothing')->getStatus());
    }

    public function test_a_visitor_without_an_account_is_sent_away_from_what_is_not_public(): void
    {
        self::assertSame(401, $this->as(null)->api('GET', 'rooms')->getStatus());
    }

    public function test_a_form_from_another_site_is_refused(): void
    {
        $room = $this->roomOf('alice');

        self::assertSame(412, $this->as('alice')->page('POST', "rooms/{$room}/join", headers: [])->getStatus());
    }

    public function test_the_database_refuses_the_same_row_twice_and_says_why(): void
    {
        $values = ['bucket' => 'a', 'tries' => 1, 'began_at' => 1];

        self::assertSame(1, $this->host->db->insertIgnoreConflict('bluebridge_tries', $values));
        self::assertSame(0, $this->host->db->insertIgnoreConflict('bluebridge_tries', $values));
        $query = $this->host->db->getQueryBuilder();
        $query->insert('bluebridge_tries');
        foreach ($values as $column => $value) {
            $query->setValue($column, $query->createNamedParameter($value));
        }
        try {
            $query->executeStatement();
            self::fail('The row is there twice.');
        } catch (Exception $error) {
            self::assertSame(Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION, $error->getReason());
        }
    }

    public function test_a_search_takes_signs_of_patterns_literally(): void
    {
        $this->host->db->insertIgnoreConflict('bluebridge_tries', ['bucket' => '100% sure']);
        $this->host->db->insertIgnoreConflict('bluebridge_tries', ['bucket' => '1000 sure']);
        $query = $this->host->db->getQueryBuilder();
        $pattern = '%' . $this->host->db->escapeLikeParameter('0% S') . '%';
        $query->select('bucket')->from('bluebridge_tries')
            ->where($query->expr()->iLike('bucket', $query->createNamedParameter($pattern)));

        self::assertSame(['100% sure'], $query->executeQuery()->fetchAll(\PDO::FETCH_COLUMN));
    }

    public function test_a_list_of_numbers_can_be_looked_for(): void
    {
        foreach (['one', 'two', 'three'] as $index => $bucket) {
            $this->host->db->insertIgnoreConflict('bluebridge_tries', ['bucket' => $bucket, 'tries' => $index]);
        }
        $query = $this->host->db->getQueryBuilder();
        $query->select($query->func()->count('*', 'many'))->from('bluebridge_tries')
            ->where($query->expr()->in('tries', $query->createNamedParameter([0, 2, 7], IQueryBuilder::PARAM_INT_ARRAY)));

        self::assertEquals(2, $query->executeQuery()->fetchOne());
    }
}
