extension OpenAPIDocument {
    static let invitationPaths = #"""
        "/api/organizations/{organization}/invitations": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Organizations"],
            "operationId": "listInvitations",
            "summary": "List invitations",
            "description": "For owners. Includes used, expired and revoked invitations, but not their links.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The invitations, newest first.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/InvitationList"}}}},
              \#(errors(401, 403, 429, 500, 503))
            }
          },
          "post": {
            "tags": ["Organizations"],
            "operationId": "createInvitation",
            "summary": "Invite a person",
            "description": "For owners. The link is shown only in this response. It works for one person. It is a 409 \#
            if the organization has reached its limit of open invitations.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewInvitation"}, "example": {"role": "member"}}}
            },
            "responses": {
              "201": {"description": "The new invitation.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewInvitationAnswer"}}}},
              \#(errors(400, 401, 403, 409, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/organizations/{organization}/invitations/{invitation}": {
          "parameters": [
            {"$ref": "#/components/parameters/organization"},
            {"name": "invitation", "in": "path", "required": true, "description": "The invitation's id.", "schema": {"type": "string"}, "example": "inv_9dk2m4x7qz5rwt3v"}
          ],
          "delete": {
            "tags": ["Organizations"],
            "operationId": "revokeInvitation",
            "summary": "Revoke an invitation",
            "description": "For owners. The link stops working immediately. The invitation stays in the list. A used \#
            invitation is a 409.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Revoked."},
              \#(errors(401, 403, 404, 409, 429, 500, 503, 507))
            }
          }
        }
        """#
}
