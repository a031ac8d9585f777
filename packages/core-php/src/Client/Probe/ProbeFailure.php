<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client\Probe;

/** Every way a probe can fail. Hosts have words for both; the list is closed. */
enum ProbeFailure: string
{
    case EndpointEmpty = 'endpoint_empty';
    case EndpointUnreadable = 'endpoint_unreadable';
    case EndpointNotHttp = 'endpoint_not_http';
    case EndpointHasCredentials = 'endpoint_has_credentials';
    case SecretEmpty = 'secret_empty';
    case SecretLooksLikeUrl = 'secret_looks_like_url';
    case HostNotFound = 'host_not_found';
    case Unreachable = 'unreachable';
    case TimedOut = 'timed_out';
    case TlsUntrusted = 'tls_untrusted';
    case TlsMissing = 'tls_missing';
    case RedirectedElsewhere = 'redirected_elsewhere';
    case NotBigbluebutton = 'not_bigbluebutton';
    case ApiNotFound = 'api_not_found';
    case Forbidden = 'forbidden';
    case ApiDisabled = 'api_disabled';
    case ServerBusy = 'server_busy';
    case ServerRefused = 'server_refused';
    case WrongSecret = 'wrong_secret';
    case ChecksumNotChecked = 'checksum_not_checked';
    case AlgorithmTooOld = 'algorithm_too_old';

    /** The id of the one next step. */
    public function nextStep(): string
    {
        return match ($this) {
            self::EndpointEmpty => 'paste_endpoint',
            self::EndpointUnreadable => 'copy_endpoint_again',
            self::EndpointNotHttp => 'use_https_address',
            self::EndpointHasCredentials => 'remove_user_from_address',
            self::SecretEmpty => 'paste_secret',
            self::SecretLooksLikeUrl => 'swap_endpoint_and_secret',
            self::HostNotFound => 'check_spelling_of_host',
            self::Unreachable => 'check_server_and_firewall',
            self::TimedOut => 'try_again_or_check_firewall',
            self::TlsUntrusted => 'repair_certificate',
            self::TlsMissing => 'set_up_https_or_use_http_address',
            self::RedirectedElsewhere => 'use_address_of_redirect',
            self::NotBigbluebutton => 'check_address_is_the_api',
            self::ApiNotFound => 'check_path_of_address',
            self::Forbidden => 'allow_this_server_at_hoster',
            self::ApiDisabled => 'enable_api_at_server',
            self::ServerBusy => 'try_again_later',
            self::ServerRefused => 'ask_the_hoster',
            self::WrongSecret => 'copy_secret_again',
            self::ChecksumNotChecked => 'have_checksums_checked',
            self::AlgorithmTooOld => 'update_server_or_allow_sha1',
        };
    }
}
