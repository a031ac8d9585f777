<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Gives a link with which somebody in a meeting enters it once more, as the same user.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetJoinUrl
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getJoinUrl',
            'methods' => ['GET', 'POST'],
            'auth' => 'session',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'json',
            'params' => [
                'sessionToken' => ['kind' => 'text', 'required' => true, 'min' => 1],
                'replaceSession' => ['kind' => 'boolean'],
                'sessionName' => ['kind' => 'text'],
                'enforceLayout' => [
                    'kind' => 'choice',
                    'values' => [
                        'CUSTOM_LAYOUT',
                        'SMART_LAYOUT',
                        'PRESENTATION_FOCUS',
                        'VIDEO_FOCUS',
                        'CAMERAS_ONLY',
                        'PARTICIPANTS_AND_CHAT_ONLY',
                        'PRESENTATION_ONLY',
                        'MEDIA_ONLY',
                        'PARTICIPANTS_CHAT_ONLY',
                        'PLUGINS_ONLY',
                        'UNIFIED_LAYOUT',
                    ],
                ],
                'userdata-bbb_ask_for_feedback_on_logout' => ['kind' => 'boolean'],
                'userdata-bbb_auto_join_audio' => ['kind' => 'boolean'],
                'userdata-bbb_client_title' => ['kind' => 'text'],
                'userdata-bbb_force_listen_only' => ['kind' => 'boolean'],
                'userdata-bbb_listen_only_mode' => ['kind' => 'boolean'],
                'userdata-bbb_skip_check_audio' => ['kind' => 'boolean'],
                'userdata-bbb_skip_check_audio_on_first_join' => ['kind' => 'boolean'],
                'userdata-bbb_skip_echotest_if_previous_device' => ['kind' => 'boolean'],
                'userdata-bbb_override_default_locale' => ['kind' => 'text'],
                'userdata-bbb_direct_leave_button' => ['kind' => 'boolean'],
                'userdata-bbb_parent_room_moderator' => ['kind' => 'boolean'],
                'userdata-bbb_record_permission' => ['kind' => 'boolean'],
                'userdata-bbb_record_permission_tooltip' => ['kind' => 'text'],
                'userdata-bbb_show_session_details_on_join' => ['kind' => 'boolean'],
                'userdata-bbb_display_branding_area' => ['kind' => 'boolean'],
                'userdata-bbb_shortcuts' => ['kind' => 'json'],
                'userdata-bbb_auto_share_webcam' => ['kind' => 'boolean'],
                'userdata-bbb_preferred_camera_profile' => ['kind' => 'text'],
                'userdata-bbb_enable_video' => ['kind' => 'boolean'],
                'userdata-bbb_record_video' => ['kind' => 'boolean'],
                'userdata-bbb_skip_video_preview' => ['kind' => 'boolean'],
                'userdata-bbb_skip_video_preview_on_first_join' => ['kind' => 'boolean'],
                'userdata-bbb_skip_video_preview_if_previous_device' => ['kind' => 'boolean'],
                'userdata-bbb_mirror_own_webcam' => ['kind' => 'boolean'],
                'userdata-bbb_fullaudio_bridge' => ['kind' => 'choice', 'values' => ['sipjs', 'fullaudio']],
                'userdata-bbb_transparent_listen_only' => ['kind' => 'boolean'],
                'userdata-bbb_force_restore_presentation_on_new_events' => ['kind' => 'boolean'],
                'userdata-bbb_multi_user_pen_only' => ['kind' => 'boolean'],
                'userdata-bbb_presenter_tools' => ['kind' => 'json'],
                'userdata-bbb_multi_user_tools' => ['kind' => 'json'],
                'userdata-bbb_initial_selected_tool' => ['kind' => 'text'],
                'userdata-bbb_custom_style' => ['kind' => 'text'],
                'userdata-bbb_custom_style_url' => ['kind' => 'url'],
                'userdata-bbb_prefer_dark_theme' => ['kind' => 'boolean'],
                'userdata-bbb_auto_swap_layout' => ['kind' => 'boolean'],
                'userdata-bbb_hide_presentation' => ['kind' => 'boolean'],
                'userdata-bbb_hide_presentation_on_join' => ['kind' => 'boolean'],
                'userdata-bbb_show_participants_on_login' => ['kind' => 'boolean'],
                'userdata-bbb_show_public_chat_on_login' => ['kind' => 'boolean'],
                'userdata-bbb_hide_nav_bar' => ['kind' => 'boolean'],
                'userdata-bbb_hide_actions_bar' => ['kind' => 'boolean'],
                'userdata-bbb_default_layout' => [
                    'kind' => 'choice',
                    'values' => [
                        'CUSTOM_LAYOUT',
                        'SMART_LAYOUT',
                        'PRESENTATION_FOCUS',
                        'VIDEO_FOCUS',
                        'CAMERAS_ONLY',
                        'PARTICIPANTS_AND_CHAT_ONLY',
                        'PRESENTATION_ONLY',
                        'MEDIA_ONLY',
                        'PARTICIPANTS_CHAT_ONLY',
                        'PLUGINS_ONLY',
                        'UNIFIED_LAYOUT',
                    ],
                ],
                'userdata-bbb_hide_notifications' => ['kind' => 'boolean'],
                'userdata-bbb_hide_controls' => ['kind' => 'boolean'],
                'userdata-bbb_hide_sidebar_navigation' => ['kind' => 'boolean'],
            ],
            'required' => ['sessionToken' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'prefixes' => [['prefix' => 'userdata-', 'expression' => '~^userdata-[A-Za-z0-9_.]+$~uD']],
            'reply' => ['' => ['url' => ['kind' => 'text', 'promised' => true]]],
        ];
    }
}
