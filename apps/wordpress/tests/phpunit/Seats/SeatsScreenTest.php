<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Seats;

use Bluebridge\WordPress\Schedule\DueToken;
use Bluebridge\WordPress\Seats\AccountTermsStore;
use Bluebridge\WordPress\Tests\HosterTestCase;
use Bluebridge\WordPress\Tests\Site;
use RuntimeException;

final class SeatsScreenTest extends HosterTestCase
{
    public function testTermsAreKeptByAccountAndOnlyWithinTheirLimits(): void
    {
        $store = new AccountTermsStore();
        self::assertSame([], $store->keep('one', ['defaultSeats' => ' 30 ', 'graceMinutes' => '0', 'defaultMinutes' => '']));
        self::assertSame([30, 120, 0], self::numbers($store, 'one'));
        self::assertSame([20, 120, 5], self::numbers($store, 'two'));
        self::assertSame(['defaultSeats', 'graceMinutes'], $store->keep('one', ['defaultSeats' => '0', 'graceMinutes' => '1e2']));
        self::assertSame([30, 120, 0], self::numbers($store, 'one'));
    }

    public function testWhatIsSaidOutsideWinsAndNonsenseThereIsNotSaid(): void
    {
        $store = new AccountTermsStore();
        $store->keep('one', ['connections' => '70']);
        self::assertSame(50, $store->read('one')->connections);
        $this->say('BLUEBRIDGE_SEATS', 'many');
        self::assertSame(70, $store->read('one')->connections);
        self::assertFalse(AccountTermsStore::isFixed('connections'));
    }

    public function testAdministratorsSeeTheGaugeOfTheAccountAndNoServerIsAsked(): void
    {
        $this->openRoom($this->roomFor(40, 60));
        $this->actAs('admin');
        $this->traffic->forget();
        ob_start();
        do_action(self::pageHook());
        $page = (string) ob_get_clean();
        self::assertStringContainsString('40 of 50 seats are taken.', $page);
        self::assertStringContainsString('Maths', $page);
        self::assertStringContainsString('has not run yet', $page);
        self::assertSame([], $this->traffic->calls());
    }

    public function testNobodyElseAndNoForeignPageMakesANewAddress(): void
    {
        $token = DueToken::make();
        add_filter('wp_die_handler', static fn (): \Closure => static function (): never {
            throw new RuntimeException('refused');
        });
        foreach ([['admin', 'a nonce of somebody else'], ['editor', null]] as [$login, $nonce]) {
            $this->actAs($login);
            $_REQUEST['_wpnonce'] = $nonce ?? wp_create_nonce('bluebridge_make_due_address');
            try {
                do_action('admin_post_bluebridge_make_due_address');
                self::fail("{$login} made an address.");
            } catch (RuntimeException $error) {
                self::assertSame('refused', $error->getMessage());
            }
        }
        self::assertTrue(DueToken::matches($token));
    }

    /** @return list<int> */
    private static function numbers(AccountTermsStore $store, string $account): array
    {
        $terms = $store->read($account);

        return [$terms->defaultSeats, $terms->defaultMinutes, $terms->graceMinutes];
    }

    /**
     * Adds the screens, as the administration does, and gives the hook that shows ours.
     *
     * @return non-empty-string
     */
    private static function pageHook(): string
    {
        require_once Site::folder() . '/wp-admin/includes/template.php';
        $GLOBALS['menu'] = $GLOBALS['menu'] ?? [];
        $GLOBALS['submenu'] = $GLOBALS['submenu'] ?? [];
        do_action('admin_menu', '');

        $hook = (string) get_plugin_page_hookname('bluebridge-seats', 'edit.php?post_type=bluebridge_room');

        return $hook === '' ? throw new RuntimeException('There is no such screen.') : $hook;
    }
}
