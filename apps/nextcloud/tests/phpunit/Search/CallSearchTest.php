<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Search;

use OCA\Bluebridge\Search\CallSearch;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Tests\AppTestCase;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\ISearchQuery;
use PHPUnit\Framework\Attributes\TestWith;

/** A call that is started from Nextcloud's own search. */
final class CallSearchTest extends AppTestCase
{
    #[TestWith(['call'])]
    #[TestWith(['Start'])]
    #[TestWith(['start a CALL'])]
    #[TestWith([' video conf '])]
    #[TestWith(['meeting'])]
    public function testWhoLooksForACallMayStartOne(string $term): void
    {
        $entry = ['Start a call now' => 'https://cloud.example.org/apps/bluebridge?start=1'];
        self::assertSame($entry, $this->found('alice', $term));
    }

    #[TestWith([''])]
    #[TestWith(['st'])]
    #[TestWith(['...'])]
    #[TestWith(['physics'])]
    #[TestWith(['call physics'])]
    public function testWhoLooksForSomethingElseIsNotOfferedOne(string $term): void
    {
        self::assertSame([], $this->found('alice', $term));
    }

    public function testWhoMayNotCallAnybodyIsNotOfferedOne(): void
    {
        $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => [['group' => '', 'rooms' => 0]]]);
        self::assertSame([], $this->found('alice', 'call'));
    }

    public function testItIsFoundByTheWordsOfTheLanguage(): void
    {
        $german = self::createStub(IL10N::class);
        $german->method('t')->willReturnCallback(static fn (string $text): string => [
            'Start a call now' => 'Jetzt einen Anruf starten',
            'meeting video conference' => 'Videokonferenz Übertragung',
        ][$text] ?? $text);
        foreach (['anruf', 'STARTEN', 'video', 'üBER'] as $term) {
            self::assertSame(['Jetzt einen Anruf starten'], array_keys($this->found('alice', $term, $german)), $term);
        }
        self::assertSame([], $this->found('alice', 'call', $german));
    }

    /** @return array<string, string> addresses by titles */
    private function found(string $userId, string $term, ?IL10N $words = null): array
    {
        $user = $this->host->people->get($userId);
        self::assertNotNull($user);
        $this->host->container->forgetApp();
        $query = self::createStub(ISearchQuery::class);
        $query->method('getTerm')->willReturn($term);
        $container = $this->host->container;
        $search = new CallSearch($container->get(Quotas::class), $container->get(IURLGenerator::class), $words ?? $container->get(IL10N::class));
        /** @var array{entries: list<array{title: string, resourceUrl: string}>} $result */
        $result = json_decode(json_encode($search->search($user, $query), JSON_THROW_ON_ERROR), true);

        return array_column($result['entries'], 'resourceUrl', 'title');
    }
}
