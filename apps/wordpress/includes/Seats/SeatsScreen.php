<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Schedule\DueController;
use Bluebridge\WordPress\Schedule\DueToken;
use Bluebridge\WordPress\Schedule\ScheduleHealth;
use Bluebridge\WordPress\Server\SealedText;
use Closure;

/**
 * The screen of seats and time: who has the seats of each account, what was agreed with the provider,
 * and what ends meetings. Showing it asks no server.
 */
final class SeatsScreen implements Module
{
    private const SLUG = 'bluebridge-seats';

    private const SAVE = 'bluebridge_save_terms';

    private const MAKE_ADDRESS = 'bluebridge_make_due_address';

    /** What is told once after a redirect; a new address among it. */
    private const TOLD = 'bluebridge_seats_told_';

    /**
     * @param Closure(): Accounts $accounts made only where somebody looks
     * @param Closure(): ScheduleHealth $health
     */
    public function __construct(
        private readonly Closure $accounts,
        private readonly PlannedMeetings $planned,
        private readonly SeatHolders $holders,
        private readonly Closure $health,
        private readonly Clock $clock,
        private readonly SealedText $sealedText,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    public function register(): void
    {
        add_action('admin_menu', fn () => add_submenu_page(
            'edit.php?post_type=' . RoomType::NAME,
            __('Seats and time', 'bluebridge'),
            __('Seats and time', 'bluebridge'),
            Rights::MANAGE,
            self::SLUG,
            $this->show(...),
        ));
        add_action('admin_post_' . self::SAVE, $this->save(...));
        add_action('admin_post_' . self::MAKE_ADDRESS, $this->makeAddress(...));
    }

    private function show(): void
    {
        $told = get_transient(self::toldName());
        delete_transient(self::toldName());
        $address = is_array($told) && is_string($told['address'] ?? null) ? $this->sealedText->open($told['address']) : null;
        $view = [
            'save' => self::SAVE,
            'makeAddress' => self::MAKE_ADDRESS,
            'hasAddress' => DueToken::isThere(),
            'told' => is_array($told) ? ['address' => $address ?? ''] + $told : null,
            'health' => ($this->health)()->check(),
            'accounts' => array_map($this->describe(...), ($this->accounts)()->all()),
        ];
        require $this->builtFiles->template('seats-screen');
    }

    /** @return array{key: string, name: string, counts: bool, taken: int, total: int, holders: list<array{name: string, seats: int, until: string}>, terms: array<string, int|null>} */
    private function describe(Account $account): array
    {
        $now = $this->clock->now();
        $open = $this->planned->open($account->key);
        $connections = $account->connections();
        $terms = $account->terms;
        $seats = AccountSeats::of($open, $connections ?? PHP_INT_MAX >> 12, $now);
        $taken = $connections === null ? 0 : $connections - SeatSigns::freeNow($seats, $now);
        $holders = $account->server->has('reservesSeats') ? $this->holders->of($seats, $open, $now) : [];

        return [
            'key' => $account->key,
            'name' => $account->settings->name,
            'counts' => $account->server->has('reservesSeats'),
            'taken' => max(0, $taken),
            'total' => $connections ?? 0,
            'holders' => array_map(static fn (Holder $holder): array => [
                'name' => $holder->name,
                'seats' => $holder->seats,
                'until' => $holder->isOvertime ? __('beyond its planned end', 'bluebridge') : SeatWords::moment($holder->until),
            ], $holders),
            'terms' => [
                'connections' => $terms->connections,
                'defaultSeats' => $terms->defaultSeats,
                'defaultMinutes' => $terms->defaultMinutes,
                'graceMinutes' => $terms->graceMinutes,
            ],
        ];
    }

    private function save(): void
    {
        self::requireRight(self::SAVE);
        $account = ($this->accounts)()->named(Sent::field('account'));
        $typed = [];
        foreach (array_keys(AccountTermsStore::TERMS) as $name) {
            $typed[$name] = Sent::field($name);
        }
        $wrong = $account === null ? ['account'] : (new AccountTermsStore())->keep($account->key, $typed);
        self::tell($wrong === []
            ? ['works' => true, 'text' => __('Saved.', 'bluebridge')]
            : ['works' => false, 'text' => __('Please type whole numbers within their limits. Nothing was changed.', 'bluebridge')]);
    }

    private function makeAddress(): void
    {
        self::requireRight(self::MAKE_ADDRESS);
        self::tell([
            'works' => true,
            'text' => __('This is the new address. It is shown only now; the one before is not valid any more.', 'bluebridge'),
            'address' => $this->sealedText->seal(DueController::address(DueToken::make())),
        ]);
    }

    private static function requireRight(string $action): void
    {
        check_admin_referer($action);
        if (!current_user_can(Rights::MANAGE)) {
            wp_die(esc_html__('You are not allowed to do that.', 'bluebridge'), '', ['response' => 403]);
        }
    }

    /** @param array{works: bool, text: string, address?: string} $told */
    private static function tell(array $told): never
    {
        set_transient(self::toldName(), $told, MINUTE_IN_SECONDS);
        wp_safe_redirect(add_query_arg(['post_type' => RoomType::NAME, 'page' => self::SLUG], admin_url('edit.php')), 303);
        exit;
    }

    private static function toldName(): string
    {
        return self::TOLD . get_current_user_id();
    }
}
