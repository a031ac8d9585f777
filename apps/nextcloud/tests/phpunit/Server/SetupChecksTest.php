<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Server;

use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\SetupChecks\CallbacksArrive;
use OCA\Bluebridge\SetupChecks\ClocksAgree;
use OCA\Bluebridge\SetupChecks\JobsAreDone;
use OCA\Bluebridge\SetupChecks\LimitsCount;
use OCA\Bluebridge\SetupChecks\PrivateAddress;
use OCA\Bluebridge\SetupChecks\SecretIsSafe;
use OCA\Bluebridge\SetupChecks\ServerAnswers;
use OCA\Bluebridge\Tests\Kit\Host\MemoryCache;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\ICacheFactory;
use OCP\SetupCheck\ISetupCheck;

/** What administrators are told of their setup. */
final class SetupChecksTest extends MeetingTestCase
{
    public function testAServerThatAnswersIsGood(): void
    {
        self::assertSame('success', $this->severity(ServerAnswers::class));
        self::assertSame('success', $this->severity(SecretIsSafe::class));
    }

    public function testEveryServerIsAsked(): void
    {
        (new ServerSettingsStore($this->host->settings))->write(new ServerSettings('http://127.0.0.1:9/bigbluebutton/', 'secret', allowsLocal: true, name: 'Second'), 'second');
        $result = $this->check(ServerAnswers::class)->run();
        self::assertSame('error', $result->getSeverity());
        self::assertStringContainsString('127.0.0.1:9', (string) $result->getDescription());
    }

    public function testAPrivateAddressThatIsNotAllowedIsNamed(): void
    {
        $this->connect(new ServerSettings((string) getenv('BLUEBRIDGE_ENDPOINT'), 'secret'));
        self::assertStringContainsString('private address', (string) $this->check(ServerAnswers::class)->run()->getDescription());
    }

    public function testASecretThatIsMissingOrTravelsInTheOpenIsSaid(): void
    {
        $this->connect(new ServerSettings('https://bbb.example.org/bigbluebutton/'));
        self::assertSame('error', $this->severity(SecretIsSafe::class));
        $this->connect(new ServerSettings('http://bbb.example.org/bigbluebutton/', 'secret'));
        self::assertSame('warning', $this->severity(SecretIsSafe::class));
    }

    public function testClocksAreCompared(): void
    {
        $real = time() * 1000 - $this->host->clock->getTime() * 1000;
        $this->host->clock->advance($real);
        self::assertSame('success', $this->severity(ClocksAgree::class));
        $this->host->clock->advance(100_000);
        self::assertSame('warning', $this->severity(ClocksAgree::class));
        $this->host->clock->advance(1_000_000);
        self::assertSame('error', $this->severity(ClocksAgree::class));
        $this->disconnect();
        self::assertSame('info', $this->severity(ClocksAgree::class));
    }

    public function testJobsThatAreLateAreSaid(): void
    {
        self::assertSame('warning', $this->severity(JobsAreDone::class));
        $this->host->settings->setValueString('core', 'backgroundjobs_mode', 'cron');
        self::assertStringContainsString('never', (string) $this->check(JobsAreDone::class)->run()->getDescription());
        $this->host->settings->setValueInt('core', 'lastcron', $this->host->clock->getTime() - 60);
        self::assertSame('success', $this->severity(JobsAreDone::class));
        $this->host->clock->advance(3_600_000);
        self::assertSame('warning', $this->severity(JobsAreDone::class));
    }

    public function testAnAddressThatDoesNotAnswerIsSaid(): void
    {
        // Nobody answers at the address of the tests.
        self::assertSame('warning', $this->severity(CallbacksArrive::class));
    }

    public function testLimitsThatCountNothingAreSaid(): void
    {
        self::assertSame('success', $this->severity(LimitsCount::class));
        $this->host->container->put(ICacheFactory::class, new MemoryCache(isAvailable: false));
        self::assertSame('warning', $this->severity(LimitsCount::class));
    }

    public function testPrivateAddressesAreKnown(): void
    {
        foreach (['http://127.0.0.1/', 'https://10.1.2.3/', 'http://[::1]:8080/', 'https://cloud/', 'https://cloud.local/', 'http://localhost'] as $url) {
            self::assertTrue(PrivateAddress::is($url), $url);
        }
        foreach (['https://cloud.example.org/', 'https://93.184.216.34/'] as $url) {
            self::assertFalse(PrivateAddress::is($url), $url);
        }
    }

    /** @param class-string<ISetupCheck> $class */
    private function severity(string $class): string
    {
        return $this->check($class)->run()->getSeverity();
    }

    /** @param class-string<ISetupCheck> $class */
    private function check(string $class): ISetupCheck
    {
        $this->host->container->forgetApp();

        return $this->host->container->get($class);
    }
}
