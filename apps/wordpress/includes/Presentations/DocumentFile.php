<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Presentations;

use WP_Post;

/** A file of the media library as meetings show it. */
final class DocumentFile
{
    /** Bytes of the largest one. Servers refuse larger ones too. */
    public const MAX_BYTES = 30_000_000;

    /**
     * Kinds that meeting servers show, by the ending of the name. Pictures and pages that can hold
     * scripts are not among them. Source: bbb-html5, `uploadValidMimeTypes`.
     */
    public const KINDS = [
        'pdf', 'ppt', 'pptx', 'odp', 'doc', 'docx', 'odt', 'xls', 'xlsx', 'ods', 'rtf', 'txt', 'jpg', 'jpeg', 'png',
    ];

    private function __construct(
        public readonly int $id,
        public readonly string $path,
        public readonly string $name,
        public readonly int $size,
    ) {
    }

    /** Finds the file of an attachment; null where there is none, or it lies on another machine. */
    public static function find(int $id): ?self
    {
        $post = $id > 0 ? get_post($id) : null;
        if (!$post instanceof WP_Post || $post->post_type !== 'attachment' || $post->post_status === 'trash') {
            return null;
        }
        $path = (string) get_attached_file($id);
        // An address of a stream would let PHP ask other machines.
        $isHere = $path !== '' && !wp_is_stream($path) && is_file($path) && is_readable($path);

        return $isHere ? new self($id, $path, wp_basename($path), (int) filesize($path)) : null;
    }

    /** Gives the ending of its name, in small letters. */
    public function extension(): string
    {
        return strtolower(pathinfo($this->name, PATHINFO_EXTENSION));
    }

    /** Gives its media type. */
    public function type(): string
    {
        $type = wp_check_filetype($this->name)['type'];

        return is_string($type) && $type !== '' ? $type : 'application/octet-stream';
    }

    /** Says why no meeting can show it; null when one can. */
    public function refusal(): ?string
    {
        return match (true) {
            !in_array($this->extension(), self::KINDS, true) => __('This kind of file cannot be shown in a meeting.', 'bluebridge'),
            $this->size === 0 => __('The file is empty.', 'bluebridge'),
            $this->size > self::MAX_BYTES => sprintf(
                /* translators: %s: a size such as 30 MB */
                __('The file is larger than %s.', 'bluebridge'),
                (string) size_format(self::MAX_BYTES),
            ),
            default => null,
        };
    }
}
