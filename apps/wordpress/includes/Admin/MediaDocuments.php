<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use WP_Post;
use WP_Query;

/** The files of the media library that a meeting can show. */
final class MediaDocuments
{
    private const KINDS = [
        'application/pdf',
        'application/msword',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.ms-powerpoint',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
        'application/vnd.oasis.opendocument.text',
        'application/vnd.oasis.opendocument.presentation',
        'image/jpeg',
        'image/png',
    ];

    private const MOST = 50;

    /**
     * Lists the latest documents that the current user may use: their own, or all for those who may
     * edit others' files.
     *
     * @param string $search part of a title; empty for all
     * @return array<int, string> titles by ids
     */
    public static function latest(string $search = ''): array
    {
        if (!current_user_can('upload_files')) {
            return [];
        }
        $query = new WP_Query([
            'post_type' => 'attachment',
            'post_status' => 'inherit',
            'post_mime_type' => self::KINDS,
            // phpcs:ignore WordPress.WP.PostsPerPage -- a list to choose from
            'posts_per_page' => self::MOST,
            'no_found_rows' => true,
            's' => $search,
            'search_columns' => ['post_title'],
        ] + (current_user_can('edit_others_posts') ? [] : ['author' => get_current_user_id()]));
        $titles = [];
        foreach ((array) $query->posts as $post) {
            if ($post instanceof WP_Post) {
                $titles[$post->ID] = $post->post_title;
            }
        }

        return $titles;
    }

    /** Tells whether a file is a document that the current user may use. */
    public static function isDocument(int $attachmentId): bool
    {
        $post = get_post($attachmentId);

        return $post instanceof WP_Post
            && $post->post_type === 'attachment'
            && in_array($post->post_mime_type, self::KINDS, true)
            && current_user_can('edit_post', $attachmentId);
    }
}
