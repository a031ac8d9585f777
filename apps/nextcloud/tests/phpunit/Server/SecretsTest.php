<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Server;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Server\ServerView;
use OCA\Bluebridge\Tests\MeetingTestCase;

/** The secret of the server stays where it is. */
final class SecretsTest extends MeetingTestCase
{
    public function testItIsKeptAsSensitive(): void
    {
        self::assertTrue($this->host->settings->isSensitive(Application::APP_ID, 'server', true));
    }

    public function testNoViewShowsIt(): void
    {
        $view = json_encode($this->host->container->get(ServerView::class)->show(), JSON_THROW_ON_ERROR);
        $answer = json_encode($this->dataOf($this->as('admin')->api('GET', 'admin/server')), JSON_THROW_ON_ERROR);
        self::assertStringNotContainsString((string) getenv('BLUEBRIDGE_SECRET'), $view . $answer);
        self::assertStringContainsString('"hasSecret":true', $view . $answer);
    }

    public function testOnlyAdministratorsReachTheServer(): void
    {
        foreach ([['GET', 'admin/server'], ['PUT', 'admin/server'], ['POST', 'admin/server/probe']] as [$verb, $path]) {
            self::assertSame(403, $this->as('alice')->api($verb, $path)->getStatus());
            self::assertSame(401, $this->as(null)->api($verb, $path)->getStatus());
        }
    }

    public function testAServerThatAnswersIsKeptAndItsSecretIsNotSentBack(): void
    {
        $this->connect(new ServerSettings('http://127.0.0.1:9/bigbluebutton/', 'the one before', allowsLocal: true));
        [$endpoint, $secret] = [(string) getenv('BLUEBRIDGE_ENDPOINT'), (string) getenv('BLUEBRIDGE_SECRET')];
        $response = $this->as('admin')->api('PUT', 'admin/server', ['endpoint' => "{$endpoint}api/", 'secret' => $secret, 'allowsLocal' => true]);
        self::assertSame(200, $response->getStatus());
        $kept = ['endpoint' => $endpoint, 'hasSecret' => true, 'dialect' => 'bigbluebutton', 'allowsLocal' => true];
        self::assertSame([$kept, $kept], [$this->dataOf($response), $this->dataOf($this->as('admin')->api('GET', 'admin/server'))]);
        self::assertSame($secret, (new ServerSettingsStore($this->host->settings))->read()->secret);
        // No secret is needed for the same server again.
        self::assertSame(200, $this->as('admin')->api('PUT', 'admin/server', ['endpoint' => $endpoint, 'allowsLocal' => true])->getStatus());
    }

    public function testItIsNotUsedAtAnotherAddress(): void
    {
        $response = $this->as('admin')->api('PUT', 'admin/server', ['endpoint' => 'http://127.0.0.1:9/bigbluebutton/', 'allowsLocal' => true]);
        self::assertSame(400, $response->getStatus());
        self::assertSame('secret_empty', $this->dataOf($response)['code']);
        self::assertSame([], $this->host->http->sent());
    }

    public function testAPrivateAddressIsAskedOnlyWhenTheAdministratorSaysSo(): void
    {
        $pasted = ['endpoint' => (string) getenv('BLUEBRIDGE_ENDPOINT'), 'secret' => (string) getenv('BLUEBRIDGE_SECRET')];
        self::assertFalse($this->dataOf($this->as('admin')->api('POST', 'admin/server/probe', $pasted))['isGood']);
        self::assertTrue($this->dataOf($this->as('admin')->api('POST', 'admin/server/probe', $pasted + ['allowsLocal' => true]))['isGood']);
    }
}
