<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Words;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\ProbeFailure;

/** What an administrator reads when the server cannot be used: what is wrong, and one next step. */
final class ProbeWords
{
    public static function of(ProbeFailure $failure): string
    {
        return match ($failure) {
            ProbeFailure::EndpointEmpty => __('The address is empty: paste the address of the meeting server.', 'bluebridge'),
            ProbeFailure::EndpointUnreadable => __('This is no address: copy it again.', 'bluebridge'),
            ProbeFailure::EndpointNotHttp => __('The address must start with https://.', 'bluebridge'),
            ProbeFailure::EndpointHasCredentials => __('The address holds a user or password: remove them.', 'bluebridge'),
            ProbeFailure::SecretEmpty => __('The secret is empty: paste the shared secret of the server.', 'bluebridge'),
            ProbeFailure::SecretLooksLikeUrl => __('The secret looks like an address: the two may be swapped.', 'bluebridge'),
            ProbeFailure::HostNotFound => __('There is no server of this name: check the spelling.', 'bluebridge'),
            ProbeFailure::Unreachable => __('The server cannot be reached: check that it runs, and the firewall.', 'bluebridge'),
            ProbeFailure::TimedOut => __('The server does not answer in time: try again, or check the firewall.', 'bluebridge'),
            ProbeFailure::TlsUntrusted => __('The certificate of the server is not trusted: have it repaired.', 'bluebridge'),
            ProbeFailure::TlsMissing => __('The server does not speak https: set it up there.', 'bluebridge'),
            ProbeFailure::RedirectedElsewhere => __('The server sends us elsewhere: use the address it leads to.', 'bluebridge'),
            ProbeFailure::NotBigbluebutton => __('What answers there is no meeting server: check the address.', 'bluebridge'),
            ProbeFailure::ApiNotFound => __('The server has no API at this path: check the path of the address.', 'bluebridge'),
            ProbeFailure::Forbidden => __('The server does not let this site in: ask its hoster to allow it.', 'bluebridge'),
            ProbeFailure::ApiDisabled => __('The API of the server is switched off: have it switched on.', 'bluebridge'),
            ProbeFailure::ServerBusy => __('The server is busy: try again later.', 'bluebridge'),
            ProbeFailure::ServerRefused => __('The server refuses us: ask its hoster why.', 'bluebridge'),
            ProbeFailure::WrongSecret => __('The server does not accept the secret: copy it again.', 'bluebridge'),
            ProbeFailure::ChecksumNotChecked => __(
                'The server answers whoever asks: have the check of checksums switched on.',
                'bluebridge',
            ),
            ProbeFailure::AlgorithmTooOld => __('The server accepts sha1 checksums only: have it updated.', 'bluebridge'),
        };
    }
}
