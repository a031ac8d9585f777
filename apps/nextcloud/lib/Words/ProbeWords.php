<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Probe\ProbeFailure;
use OCP\IL10N;

/** What an administrator reads when the server cannot be used: what is wrong, and one next step. */
final class ProbeWords
{
    public function __construct(private readonly IL10N $l10n)
    {
    }

    public function of(ProbeFailure $failure): string
    {
        return match ($failure) {
            ProbeFailure::EndpointEmpty => $this->l10n->t('The address is empty: paste the address of the meeting server.'),
            ProbeFailure::EndpointUnreadable => $this->l10n->t('This is no address: copy it again.'),
            ProbeFailure::EndpointNotHttp => $this->l10n->t('The address must start with https://.'),
            ProbeFailure::EndpointHasCredentials => $this->l10n->t('The address holds a user or password: remove them.'),
            ProbeFailure::SecretEmpty => $this->l10n->t('The secret is empty: paste the shared secret of the server.'),
            ProbeFailure::SecretLooksLikeUrl => $this->l10n->t('The secret looks like an address: the two may be swapped.'),
            ProbeFailure::HostNotFound => $this->l10n->t('There is no server of this name: check the spelling.'),
            ProbeFailure::Unreachable => $this->l10n->t('The server cannot be reached: check that it runs, and the firewall.'),
            ProbeFailure::TimedOut => $this->l10n->t('The server does not answer in time: try again, or check the firewall.'),
            ProbeFailure::TlsUntrusted => $this->l10n->t('The certificate of the server is not trusted: have it repaired.'),
            ProbeFailure::TlsMissing => $this->l10n->t('The server does not speak https: set it up there.'),
            ProbeFailure::RedirectedElsewhere => $this->l10n->t('The server sends us elsewhere: use the address it leads to.'),
            ProbeFailure::NotBigbluebutton => $this->l10n->t('What answers there is no meeting server: check the address.'),
            ProbeFailure::ApiNotFound => $this->l10n->t('The server has no API at this path: check the path of the address.'),
            ProbeFailure::Forbidden => $this->l10n->t('The server does not let this Nextcloud in: ask its hoster to allow it.'),
            ProbeFailure::ApiDisabled => $this->l10n->t('The API of the server is switched off: have it switched on.'),
            ProbeFailure::ServerBusy => $this->l10n->t('The server is busy: try again later.'),
            ProbeFailure::ServerRefused => $this->l10n->t('The server refuses us: ask its hoster why.'),
            ProbeFailure::WrongSecret => $this->l10n->t('The server does not accept the secret: copy it again.'),
            ProbeFailure::ChecksumNotChecked => $this->l10n->t('The server answers whoever asks: have checksum checking switched on.'),
            ProbeFailure::AlgorithmTooOld => $this->l10n->t('The server accepts sha1 checksums only: have it updated.'),
        };
    }
}
