extension OpenAPIDocument {
    static let memberPaths = #"""
        "/api/organizations/{organization}": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "patch": {
            "tags": ["Organizations"],
            "operationId": "renameOrganization",
            "summary": "Rename an organization",
            "description": "For owners.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationEdit"}, "example": {"name": "Acme"}}}
            },
            "responses": {
              "200": {"description": "The changed organization.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationAnswer"}}}},
              \#(errors(400, 401, 403, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/organizations/{organization}/network": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Organizations"],
            "operationId": "showOrganizationNetwork",
            "summary": "Show the network settings",
            "description": "For owners. These settings apply to the agents of all sessions.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The new settings.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationNetworkAnswer"}}}},
              \#(errors(401, 403, 429, 500, 503, 507))
            }
          },
          "patch": {
            "tags": ["Organizations"],
            "operationId": "editOrganizationNetwork",
            "summary": "Change the network settings",
            "description": "For owners. Takes effect immediately, also for running agents.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationNetworkEdit"}, "example": {"ceiling": "custom", "allowedHosts": ["*.example.com"]}}}
            },
            "responses": {
              "200": {"description": "The new settings.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationNetworkAnswer"}}}},
              \#(errors(400, 401, 403, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/organizations/{organization}/members": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Organizations"],
            "operationId": "listMembers",
            "summary": "List members",
            "description": "For owners.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The members, in the order in which they joined.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MemberList"}}}},
              \#(errors(401, 403, 429, 500, 503))
            }
          }
        },
        "/api/organizations/{organization}/members/{user}": {
          "parameters": [
            {"$ref": "#/components/parameters/organization"},
            {"name": "user", "in": "path", "required": true, "description": "The member's id.", "schema": {"type": "string"}, "example": "user_kpccn5j5mps3g72q"}
          ],
          "patch": {
            "tags": ["Organizations"],
            "operationId": "assignRole",
            "summary": "Change a member's role",
            "description": "For owners. When an owner becomes a member, their unused invitations are revoked. The \#
            last owner can't become a member: that is a 409.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RoleAssignment"}, "example": {"role": "owner"}}}
            },
            "responses": {
              "200": {"description": "The member with the new role.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MemberAnswer"}}}},
              \#(errors(400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          },
          "delete": {
            "tags": ["Organizations"],
            "operationId": "removeMember",
            "summary": "Remove a member, or leave",
            "description": "Owners can remove anybody, and everybody can leave. Pending invitations of a removed \#
            owner are revoked; everything else that the person made is kept. The last owner can't leave: that is a \#
            409.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "The person is no longer a member."},
              \#(errors(401, 403, 404, 409, 429, 500, 503, 507))
            }
          }
        }
        """#
}
