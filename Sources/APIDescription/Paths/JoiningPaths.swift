extension OpenAPIDocument {
    static let joiningPaths = #"""
        "/api/setup": {
          "post": {
            "tags": ["Joining"],
            "operationId": "setUp",
            "summary": "Set up the server",
            "description": "Creates the first organization and its owner, with the token of the link that the server \#
            printed when it started. It is a 409 once there is an organization. Browsers can send it only from this \#
            server's own pages.",
            "security": [],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SetUp"}, "example": {"token": "lsu_5wt3v9dk2m4x7qzr…", "organization": "Acme", "name": "Ada Lovelace", "email": "ada@example.com", "password": "fm8sbgydv5n9ykaqcwmn"}}}
            },
            "responses": {
              "201": {"$ref": "#/components/responses/signedIn"},
              \#(errors(400, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/invitations/look-up": {
          "post": {
            "tags": ["Joining"],
            "operationId": "lookUpInvitation",
            "summary": "Show an invitation",
            "description": "The invitation stays valid.",
            "security": [],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/InvitationToken"}, "example": {"token": "lsi_9dk2m4x7qz5rwt3v…"}}}
            },
            "responses": {
              "200": {"description": "The invitation.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/InvitationPreviewAnswer"}}}},
              \#(errors(400, 404, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/invitations/sign-up": {
          "post": {
            "tags": ["Joining"],
            "operationId": "signUp",
            "summary": "Join with a new account",
            "description": "The invitation can't be used again. An email address that has an account is a 409, and \#
            the invitation stays valid. Browsers can send it only from this server's own pages.",
            "security": [],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SignUp"}, "example": {"token": "lsi_9dk2m4x7qz5rwt3v…", "name": "Ada Lovelace", "email": "ada@example.com", "password": "fm8sbgydv5n9ykaqcwmn"}}}
            },
            "responses": {
              "201": {"$ref": "#/components/responses/signedIn"},
              \#(errors(400, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/invitations/join": {
          "post": {
            "tags": ["Joining"],
            "operationId": "joinOrganization",
            "summary": "Join with an existing account",
            "description": "The invitation can't be used again. If you already belong to the organization, it is a \#
            409, and the invitation stays valid.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/InvitationToken"}, "example": {"token": "lsi_9dk2m4x7qz5rwt3v…"}}}
            },
            "responses": {
              "200": {"$ref": "#/components/responses/identity"},
              \#(errors(400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          }
        }
        """#
}
