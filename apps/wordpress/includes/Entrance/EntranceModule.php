<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Module;
use Closure;
use WP;

/** Gives every room the address of its entrance. */
final class EntranceModule implements Module
{
    /**
     * @param Closure(): Entrance $entrance made only where somebody comes to it
     * @param Closure(): InvitationDoor $invitationDoor the same of links of invitations
     */
    public function __construct(private readonly Closure $entrance, private readonly Closure $invitationDoor)
    {
    }

    public function register(): void
    {
        add_filter('query_vars', static fn (array $names): array => [...$names, EntranceAddress::VARIABLE, InvitationAddress::VARIABLE]);
        // Before WordPress looks for posts, which nobody needs here.
        add_action('parse_request', $this->answer(...));
    }

    private function answer(WP $request): void
    {
        $value = $request->query_vars[EntranceAddress::VARIABLE] ?? null;
        $token = $request->query_vars[InvitationAddress::VARIABLE] ?? null;
        if ($value === null && $token === null) {
            return;
        }
        $isPost = Sent::header('REQUEST_METHOD') === 'POST';
        if ($value !== null) {
            [$id, $key] = EntranceAddress::read(is_string($value) ? $value : '');
            ($this->entrance)()->answer($id, $key, $isPost)->send();
            exit;
        }
        ($this->invitationDoor)()->answer(is_string($token) ? $token : '', $isPost)->send();
        exit;
    }
}
