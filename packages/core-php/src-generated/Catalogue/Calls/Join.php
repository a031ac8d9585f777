<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Lets a participant into a meeting.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class Join
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'join',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'browser',
            'format' => 'xml',
            'answerNeeds' => 'answersJoinWithReply',
            'params' => [
                'meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256],
                'fullName' => ['kind' => 'text', 'required' => true, 'min' => 1],
                'password' => ['kind' => 'text'],
                'role' => ['kind' => 'choice', 'values' => ['MODERATOR', 'VIEWER']],
                'userID' => ['kind' => 'text'],
                'createTime' => ['kind' => 'time'],
                'redirect' => ['kind' => 'boolean'],
                'guest' => ['kind' => 'boolean'],
                'auth' => ['kind' => 'boolean'],
                'bot' => ['kind' => 'boolean'],
                'avatarURL' => ['kind' => 'url'],
                'webcamBackgroundURL' => ['kind' => 'url'],
                'excludeFromDashboard' => ['kind' => 'boolean'],
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
                'logoutURL' => ['kind' => 'url'],
                'errorRedirectUrl' => ['kind' => 'url'],
                'firstName' => ['kind' => 'text'],
                'lastName' => ['kind' => 'text'],
                'existingUserID' => ['kind' => 'text'],
                'replaceSessionToken' => ['kind' => 'text'],
                'sessionName' => ['kind' => 'text'],
                'defaultLayout' => [
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
                'webVoiceConf' => ['kind' => 'text'],
                'configToken' => ['kind' => 'text'],
                'joinViaHtml5' => ['kind' => 'boolean'],
                'clientURL' => ['kind' => 'url'],
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
            'required' => ['meetingID' => true, 'fullName' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'atLeastOne' => [['role', 'password']],
            'prefixes' => [['prefix' => 'userdata-', 'expression' => '~^userdata-[A-Za-z0-9_.]+$~uD']],
            'reply' => [
                '' => [
                    'meeting_id' => ['kind' => 'text', 'promised' => true],
                    'user_id' => ['kind' => 'text'],
                    'auth_token' => ['kind' => 'text'],
                    'session_token' => ['kind' => 'text'],
                    'guestStatus' => ['kind' => 'text'],
                    'url' => ['kind' => 'text', 'promised' => true],
                ],
            ],
        ];
    }
}
