<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Schedule;

use Bluebridge\WordPress\Schedule\DueToken;
use Bluebridge\WordPress\Schedule\EndDue;
use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Tests\Database;
use Bluebridge\WordPress\Tests\WordPressTestCase;

final class DueControllerTest extends WordPressTestCase
{
    private const ROUTE = '/bluebridge/v1/end-due';

    public function testWithoutTheTokenNothingRuns(): void
    {
        $token = DueToken::make();
        foreach (['', 'x', substr($token, 1), strrev($token)] as $wrong) {
            self::assertSame(403, $this->rest('GET', self::ROUTE, ['token' => $wrong])->get_status());
        }
        self::assertSame(0, (new Moments())->last(EndDue::RAN));
    }

    public function testASiteWithoutATokenLetsNobodyIn(): void
    {
        self::assertSame(403, $this->rest('POST', self::ROUTE, ['token' => ''])->get_status());
    }

    public function testWithTheTokenWhatIsDueIsDoneByGetAsByPost(): void
    {
        $reply = $this->rest('GET', self::ROUTE, ['token' => DueToken::make()]);
        self::assertSame(['looked' => 0, 'warned' => 0, 'ended' => 0, 'failed' => 0], $reply->get_data());
        self::assertGreaterThan(0, (new Moments())->last(EndDue::RAN));
        Moments::forgetAll();
        $bearer = ['Authorization' => 'Bearer ' . DueToken::make()];
        self::assertSame(200, $this->rest('POST', self::ROUTE, [], $bearer)->get_status());
    }

    public function testWhoAsksTooOftenIsToldWhenToComeBack(): void
    {
        $token = DueToken::make();
        $this->rest('POST', self::ROUTE, ['token' => $token]);
        $reply = $this->rest('POST', self::ROUTE, ['token' => $token]);
        self::assertSame([429, '10'], [$reply->get_status(), $reply->get_headers()['Retry-After'] ?? '']);
    }

    public function testTheTokenIsKeptAsAHashAndANewOneEndsTheOld(): void
    {
        $token = DueToken::make();
        $options = Database::connection()->options;
        self::assertSame([], Database::column("SELECT option_name FROM {$options} WHERE option_value LIKE '%{$token}%'"));
        DueToken::make();
        self::assertFalse(DueToken::matches($token));
    }
}
