<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Visibility;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\HintException;
use OCP\IURLGenerator;
use OCP\Security\Events\ValidatePasswordPolicyEvent;
use OCP\Security\ICrypto;
use OCP\Security\IHasher;
use OCP\Security\ISecureRandom;
use OCP\Security\PasswordContext;
use SensitiveParameter;

/**
 * Addresses by which a recording is shown to whoever has one. What an address ends in is made anew from
 * a number of the recording and the secret of this Nextcloud, so who reads the database has no address.
 */
class RecordingLinks
{
    private const SHORTEST = 6;

    private const LONGEST = 64;

    public function __construct(
        private readonly RecordingMapper $index,
        private readonly ICrypto $crypto,
        private readonly IHasher $hasher,
        private readonly ISecureRandom $random,
        private readonly IURLGenerator $urls,
        private readonly IEventDispatcher $events,
        private readonly Clock $clock,
    ) {
    }

    /** @return array{url: string, hasPassword: bool, expiresAt: int|null}|null null for one that has none */
    public function of(Recording $recording): ?array
    {
        if ($recording->visibility() !== Visibility::Public || ($recording->getLinkNonce() ?? '') === '') {
            return null;
        }

        return [
            'url' => $this->urls->linkToRouteAbsolute('bluebridge.recordingPage.show', ['address' => $this->addressOf($recording)]),
            'hasPassword' => ($recording->getLinkPassword() ?? '') !== '',
            'expiresAt' => $recording->getLinkExpiresAt() === 0 ? null : $recording->getLinkExpiresAt(),
        ];
    }

    /** Finds what an address leads to; null when it leads to nothing, or not any more. */
    public function find(string $address): ?Recording
    {
        $isAddress = preg_match('/^(\d{1,15})-[0-9a-f]{32}$/D', $address, $parts) === 1;
        $recording = $isAddress ? $this->index->findById((int) $parts[1]) : null;
        $isOpen = $recording !== null && $this->of($recording) !== null && hash_equals($this->addressOf($recording), $address);
        if (!$isOpen || $recording->getDeletingSince() > 0) {
            return null;
        }
        $until = $recording->getLinkExpiresAt();

        return $until === 0 || $until > $this->clock->now() ? $recording : null;
    }

    /** Says who may see a recording. A link that was taken away does not come back: the next one is another. */
    public function show(Recording $recording, Visibility $visibility): void
    {
        if ($visibility !== Visibility::Public) {
            $recording->setLinkNonce(null);
            $recording->setLinkPassword(null);
            $recording->setLinkExpiresAt(0);
        } elseif (($recording->getLinkNonce() ?? '') === '') {
            $recording->setLinkNonce($this->random->generate(32, ISecureRandom::CHAR_ALPHANUMERIC));
        }
        $recording->setVisibility($visibility->value);
    }

    /**
     * Sets a password, or takes it away.
     *
     * @param string|null $password null or empty for none
     * @throws Problem `password_invalid`, or `password_refused` in the words of the server's policy
     */
    public function lock(Recording $recording, ?string $password): void
    {
        $password = trim($password ?? '');
        if ($password !== '' && (mb_strlen($password) < self::SHORTEST || mb_strlen($password) > self::LONGEST)) {
            throw Problem::invalid('password_invalid');
        }
        if ($password !== '') {
            $this->askPolicy($password);
        }
        $recording->setLinkPassword($password === '' ? null : $this->hasher->hash($password));
    }

    /**
     * Says until when the link leads to the recording.
     *
     * @param int|null $expiresAt epoch ms; null for always
     * @throws Problem `expiry_invalid`
     */
    public function limit(Recording $recording, ?int $expiresAt): void
    {
        if ($expiresAt !== null && $expiresAt <= $this->clock->now()) {
            throw Problem::invalid('expiry_invalid');
        }
        $recording->setLinkExpiresAt($expiresAt ?? 0);
    }

    public function isPassword(Recording $recording, string $typed): bool
    {
        return $this->hasher->verify(trim($typed), $recording->getLinkPassword() ?? '');
    }

    /** Administrators say what passwords of public links are like, in an app of Nextcloud's that hears this. */
    private function askPolicy(#[SensitiveParameter] string $password): void
    {
        try {
            $this->events->dispatchTyped(new ValidatePasswordPolicyEvent($password, PasswordContext::SHARING));
        } catch (HintException $refusal) {
            throw Problem::passwordRefused('linkPassword', $refusal->getHint());
        }
    }

    private function addressOf(Recording $recording): string
    {
        $key = bin2hex($this->crypto->calculateHMAC("bluebridge recording {$recording->getId()} {$recording->getLinkNonce()}"));

        return $recording->getId() . '-' . substr($key, 0, 32);
    }
}
