#include "assets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define BEGIN(path) { path, (const char[]){
#define END , 0 }, 0 },

static const char badge_96[] = {
#embed "Icons/badge-96.png"
};
static const char icon_192[] = {
#embed "Icons/icon-192.png"
};
static const char icon_512[] = {
#embed "Icons/icon-512.png"
};
static const char icon_apple_180[] = {
#embed "Icons/icon-apple-180.png"
};
static const char icon_maskable_512[] = {
#embed "Icons/icon-maskable-512.png"
};

static const Asset assets[] = {
    { "Icons/badge-96.png", badge_96, sizeof badge_96 },
    { "Icons/icon-192.png", icon_192, sizeof icon_192 },
    { "Icons/icon-512.png", icon_512, sizeof icon_512 },
    { "Icons/icon-apple-180.png", icon_apple_180, sizeof icon_apple_180 },
    { "Icons/icon-maskable-512.png", icon_maskable_512, sizeof icon_maskable_512 },
    BEGIN("Icons/icon-completed.svg")
#embed "Icons/icon-completed.svg"
    END
    BEGIN("Icons/icon-failed.svg")
#embed "Icons/icon-failed.svg"
    END
    BEGIN("Icons/icon-waiting.svg")
#embed "Icons/icon-waiting.svg"
    END
    BEGIN("Icons/icon-working.svg")
#embed "Icons/icon-working.svg"
    END
    BEGIN("Icons/icon.svg")
#embed "Icons/icon.svg"
    END
    BEGIN("Icons/manifest.webmanifest")
#embed "Icons/manifest.webmanifest"
    END
    BEGIN("Icons/icons.svg")
#embed "Icons/icons.svg"
    END
    BEGIN("OpenAPI/openapi.json")
#embed "../../openapi/openapi.json"
    END
    BEGIN("OpenAPI/sessions.json")
#embed "../../openapi/sessions.json"
    END
    BEGIN("OpenAPI/transcripts.json")
#embed "../../openapi/transcripts.json"
    END
    BEGIN("OpenAPI/events.json")
#embed "../../openapi/events.json"
    END
    BEGIN("OpenAPI/requests.json")
#embed "../../openapi/requests.json"
    END
    BEGIN("OpenAPI/attachments.json")
#embed "../../openapi/attachments.json"
    END
    BEGIN("OpenAPI/runs.json")
#embed "../../openapi/runs.json"
    END
    BEGIN("OpenAPI/comments.json")
#embed "../../openapi/comments.json"
    END
    BEGIN("OpenAPI/archiving.json")
#embed "../../openapi/archiving.json"
    END
    BEGIN("OpenAPI/account.json")
#embed "../../openapi/account.json"
    END
    BEGIN("OpenAPI/profile.json")
#embed "../../openapi/profile.json"
    END
    BEGIN("OpenAPI/notifications.json")
#embed "../../openapi/notifications.json"
    END
    BEGIN("OpenAPI/joining.json")
#embed "../../openapi/joining.json"
    END
    BEGIN("OpenAPI/members.json")
#embed "../../openapi/members.json"
    END
    BEGIN("OpenAPI/invitations.json")
#embed "../../openapi/invitations.json"
    END
    BEGIN("OpenAPI/environments.json")
#embed "../../openapi/environments.json"
    END
    BEGIN("OpenAPI/api-keys.json")
#embed "../../openapi/api-keys.json"
    END
    BEGIN("OpenAPI/runner-tokens.json")
#embed "../../openapi/runner-tokens.json"
    END
    BEGIN("OpenAPI/audit.json")
#embed "../../openapi/audit.json"
    END
    BEGIN("OpenAPI/webhooks.json")
#embed "../../openapi/webhooks.json"
    END
    BEGIN("OpenAPI/service.json")
#embed "../../openapi/service.json"
    END
    BEGIN("Scripts/attachments.js")
#embed "Scripts/attachments.js"
    END
    BEGIN("Scripts/changes.js")
#embed "Scripts/changes.js"
    END
    BEGIN("Scripts/clipboard.js")
#embed "Scripts/clipboard.js"
    END
    BEGIN("Scripts/coalesce.js")
#embed "Scripts/coalesce.js"
    END
    BEGIN("Scripts/commands.js")
#embed "Scripts/commands.js"
    END
    BEGIN("Scripts/composer.js")
#embed "Scripts/composer.js"
    END
    BEGIN("Scripts/connection.js")
#embed "Scripts/connection.js"
    END
    BEGIN("Scripts/copy.js")
#embed "Scripts/copy.js"
    END
    BEGIN("Scripts/copying.js")
#embed "Scripts/copying.js"
    END
    BEGIN("Scripts/dashboard.js")
#embed "Scripts/dashboard.js"
    END
    BEGIN("Scripts/docs.js")
#embed "Scripts/docs.js"
    END
    BEGIN("Scripts/drafts.js")
#embed "Scripts/drafts.js"
    END
    BEGIN("Scripts/folds.js")
#embed "Scripts/folds.js"
    END
    BEGIN("Scripts/follow-end.js")
#embed "Scripts/follow-end.js"
    END
    BEGIN("Scripts/icon.js")
#embed "Scripts/icon.js"
    END
    BEGIN("Scripts/invitation.js")
#embed "Scripts/invitation.js"
    END
    BEGIN("Scripts/link-token.js")
#embed "Scripts/link-token.js"
    END
    BEGIN("Scripts/list-address.js")
#embed "Scripts/list-address.js"
    END
    BEGIN("Scripts/load-near.js")
#embed "Scripts/load-near.js"
    END
    BEGIN("Scripts/new-session.js")
#embed "Scripts/new-session.js"
    END
    BEGIN("Scripts/notifications.js")
#embed "Scripts/notifications.js"
    END
    BEGIN("Scripts/palette.js")
#embed "Scripts/palette.js"
    END
    BEGIN("Scripts/quiet-forms.js")
#embed "Scripts/quiet-forms.js"
    END
    BEGIN("Scripts/rename.js")
#embed "Scripts/rename.js"
    END
    BEGIN("Scripts/service-worker.js")
#embed "Scripts/service-worker.js"
    END
    BEGIN("Scripts/session.js")
#embed "Scripts/session.js"
    END
    BEGIN("Scripts/sessions.js")
#embed "Scripts/sessions.js"
    END
    BEGIN("Scripts/shortcuts.js")
#embed "Scripts/shortcuts.js"
    END
    BEGIN("Scripts/steps.js")
#embed "Scripts/steps.js"
    END
    BEGIN("Scripts/stream.js")
#embed "Scripts/stream.js"
    END
    BEGIN("Scripts/status.js")
#embed "Scripts/status.js"
    END
    BEGIN("Scripts/theme.js")
#embed "Scripts/theme.js"
    END
    BEGIN("Scripts/times.js")
#embed "Scripts/times.js"
    END
    BEGIN("Scripts/transcript.js")
#embed "Scripts/transcript.js"
    END
    BEGIN("Scripts/viewed.js")
#embed "Scripts/viewed.js"
    END
    BEGIN("Styles/activity.css")
#embed "Styles/activity.css"
    END
    BEGIN("Styles/attachments.css")
#embed "Styles/attachments.css"
    END
    BEGIN("Styles/avatars.css")
#embed "Styles/avatars.css"
    END
    BEGIN("Styles/base.css")
#embed "Styles/base.css"
    END
    BEGIN("Styles/changes.css")
#embed "Styles/changes.css"
    END
    BEGIN("Styles/comments.css")
#embed "Styles/comments.css"
    END
    BEGIN("Styles/composer.css")
#embed "Styles/composer.css"
    END
    BEGIN("Styles/controls.css")
#embed "Styles/controls.css"
    END
    BEGIN("Styles/dashboard.css")
#embed "Styles/dashboard.css"
    END
    BEGIN("Styles/docs.css")
#embed "Styles/docs.css"
    END
    BEGIN("Styles/frame.css")
#embed "Styles/frame.css"
    END
    BEGIN("Styles/new-session.css")
#embed "Styles/new-session.css"
    END
    BEGIN("Styles/palette.css")
#embed "Styles/palette.css"
    END
    BEGIN("Styles/print.css")
#embed "Styles/print.css"
    END
    BEGIN("Styles/requests.css")
#embed "Styles/requests.css"
    END
    BEGIN("Styles/session.css")
#embed "Styles/session.css"
    END
    BEGIN("Styles/sessions.css")
#embed "Styles/sessions.css"
    END
    BEGIN("Styles/settings.css")
#embed "Styles/settings.css"
    END
    BEGIN("Styles/state.css")
#embed "Styles/state.css"
    END
    BEGIN("Styles/tools.css")
#embed "Styles/tools.css"
    END
    BEGIN("Styles/transcript.css")
#embed "Styles/transcript.css"
    END
    BEGIN("Templates/account-fields.mustache")
#embed "Templates/account-fields.mustache"
    END
    BEGIN("Templates/account.mustache")
#embed "Templates/account.mustache"
    END
    BEGIN("Templates/area-field.mustache")
#embed "Templates/area-field.mustache"
    END
    BEGIN("Templates/attachment-field.mustache")
#embed "Templates/attachment-field.mustache"
    END
    BEGIN("Templates/attachments.mustache")
#embed "Templates/attachments.mustache"
    END
    BEGIN("Templates/check-field.mustache")
#embed "Templates/check-field.mustache"
    END
    BEGIN("Templates/audit.mustache")
#embed "Templates/audit.mustache"
    END
    BEGIN("Templates/branches.mustache")
#embed "Templates/branches.mustache"
    END
    BEGIN("Templates/changes.mustache")
#embed "Templates/changes.mustache"
    END
    BEGIN("Templates/choice-field.mustache")
#embed "Templates/choice-field.mustache"
    END
    BEGIN("Templates/comment-form.mustache")
#embed "Templates/comment-form.mustache"
    END
    BEGIN("Templates/composer-choice.mustache")
#embed "Templates/composer-choice.mustache"
    END
    BEGIN("Templates/composer-text.mustache")
#embed "Templates/composer-text.mustache"
    END
    BEGIN("Templates/composer.mustache")
#embed "Templates/composer.mustache"
    END
    BEGIN("Templates/delete-session.mustache")
#embed "Templates/delete-session.mustache"
    END
    BEGIN("Templates/diff-comment.mustache")
#embed "Templates/diff-comment.mustache"
    END
    BEGIN("Templates/docs.mustache")
#embed "Templates/docs.mustache"
    END
    BEGIN("Templates/environment-fields.mustache")
#embed "Templates/environment-fields.mustache"
    END
    BEGIN("Templates/environment.mustache")
#embed "Templates/environment.mustache"
    END
    BEGIN("Templates/exact-time.mustache")
#embed "Templates/exact-time.mustache"
    END
    BEGIN("Templates/field.mustache")
#embed "Templates/field.mustache"
    END
    BEGIN("Templates/invitations.mustache")
#embed "Templates/invitations.mustache"
    END
    BEGIN("Templates/item-tools.mustache")
#embed "Templates/item-tools.mustache"
    END
    BEGIN("Templates/join.mustache")
#embed "Templates/join.mustache"
    END
    BEGIN("Templates/keys.mustache")
#embed "Templates/keys.mustache"
    END
    BEGIN("Templates/layout.mustache")
#embed "Templates/layout.mustache"
    END
    BEGIN("Templates/matched.mustache")
#embed "Templates/matched.mustache"
    END
    BEGIN("Templates/members.mustache")
#embed "Templates/members.mustache"
    END
    BEGIN("Templates/new-environment.mustache")
#embed "Templates/new-environment.mustache"
    END
    BEGIN("Templates/new-secret.mustache")
#embed "Templates/new-secret.mustache"
    END
    BEGIN("Templates/new-session.mustache")
#embed "Templates/new-session.mustache"
    END
    BEGIN("Templates/no-organization.mustache")
#embed "Templates/no-organization.mustache"
    END
    BEGIN("Templates/not-set-up.mustache")
#embed "Templates/not-set-up.mustache"
    END
    BEGIN("Templates/notifications.mustache")
#embed "Templates/notifications.mustache"
    END
    BEGIN("Templates/organization.mustache")
#embed "Templates/organization.mustache"
    END
    BEGIN("Templates/palette.mustache")
#embed "Templates/palette.mustache"
    END
    BEGIN("Templates/past-comments.mustache")
#embed "Templates/past-comments.mustache"
    END
    BEGIN("Templates/problem.mustache")
#embed "Templates/problem.mustache"
    END
    BEGIN("Templates/request-card.mustache")
#embed "Templates/request-card.mustache"
    END
    BEGIN("Templates/request-message.mustache")
#embed "Templates/request-message.mustache"
    END
    BEGIN("Templates/runners.mustache")
#embed "Templates/runners.mustache"
    END
    BEGIN("Templates/sandbox.mustache")
#embed "Templates/sandbox.mustache"
    END
    BEGIN("Templates/session-item.mustache")
#embed "Templates/session-item.mustache"
    END
    BEGIN("Templates/session-facts.mustache")
#embed "Templates/session-facts.mustache"
    END
    BEGIN("Templates/session-head.mustache")
#embed "Templates/session-head.mustache"
    END
    BEGIN("Templates/session-interrupt.mustache")
#embed "Templates/session-interrupt.mustache"
    END
    BEGIN("Templates/session-outcome.mustache")
#embed "Templates/session-outcome.mustache"
    END
    BEGIN("Templates/session-parts.mustache")
#embed "Templates/session-parts.mustache"
    END
    BEGIN("Templates/activity.mustache")
#embed "Templates/activity.mustache"
    END
    BEGIN("Templates/agent-fields.mustache")
#embed "Templates/agent-fields.mustache"
    END
    BEGIN("Templates/session-choices.mustache")
#embed "Templates/session-choices.mustache"
    END
    BEGIN("Templates/session-queued.mustache")
#embed "Templates/session-queued.mustache"
    END
    BEGIN("Templates/session-requests.mustache")
#embed "Templates/session-requests.mustache"
    END
    BEGIN("Templates/session-side.mustache")
#embed "Templates/session-side.mustache"
    END
    BEGIN("Templates/session.mustache")
#embed "Templates/session.mustache"
    END
    BEGIN("Templates/sessions-filter.mustache")
#embed "Templates/sessions-filter.mustache"
    END
    BEGIN("Templates/sessions.mustache")
#embed "Templates/sessions.mustache"
    END
    BEGIN("Templates/set-up.mustache")
#embed "Templates/set-up.mustache"
    END
    BEGIN("Templates/settings-head.mustache")
#embed "Templates/settings-head.mustache"
    END
    BEGIN("Templates/sign-in-code.mustache")
#embed "Templates/sign-in-code.mustache"
    END
    BEGIN("Templates/sign-in.mustache")
#embed "Templates/sign-in.mustache"
    END
    BEGIN("Templates/state.mustache")
#embed "Templates/state.mustache"
    END
    BEGIN("Templates/time.mustache")
#embed "Templates/time.mustache"
    END
    BEGIN("Templates/tool-call.mustache")
#embed "Templates/tool-call.mustache"
    END
    BEGIN("Templates/tool-output.mustache")
#embed "Templates/tool-output.mustache"
    END
    BEGIN("Templates/transcript-image.mustache")
#embed "Templates/transcript-image.mustache"
    END
    BEGIN("Templates/transcript-images.mustache")
#embed "Templates/transcript-images.mustache"
    END
    BEGIN("Templates/transcript-item.mustache")
#embed "Templates/transcript-item.mustache"
    END
    BEGIN("Templates/transcript.mustache")
#embed "Templates/transcript.mustache"
    END
    BEGIN("Templates/two-factor.mustache")
#embed "Templates/two-factor.mustache"
    END
};

const Asset *asset_at(int index) {
    int count = sizeof assets / sizeof assets[0];
    return index >= 0 && index < count ? &assets[index] : 0;
}
