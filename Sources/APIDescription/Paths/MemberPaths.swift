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
              "200": {"description": "The organization as it is now.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationAnswer"}}}},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/organizations/{organization}/network": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Organizations"],
            "operationId": "showOrganizationNetwork",
            "summary": "What agents may reach",
            "description": "For owners: what holds for the agents of all sessions.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "What is set.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationNetworkAnswer"}}}},
              "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, 
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          },
          "patch": {
            "tags": ["Organizations"],
            "operationId": "editOrganizationNetwork",
            "summary": "Change what agents may reach",
            "description": "For owners. It holds at once, also for agents at work.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationNetworkEdit"}, "example": {"ceiling": "custom", "allowedHosts": ["*.example.com"]}}}
            },
            "responses": {
              "200": {"description": "What is set.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OrganizationNetworkAnswer"}}}},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
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
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
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
            "description": "For owners. An owner who becomes a member loses the invitations that they made and nobody used. The last owner cannot: that is a 409.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RoleAssignment"}, "example": {"role": "owner"}}}
            },
            "responses": {
              "200": {"description": "The member as they are now.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MemberAnswer"}}}},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "409": {"$ref": "#/components/responses/409"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          },
          "delete": {
            "tags": ["Organizations"],
            "operationId": "removeMember",
            "summary": "Remove a member, or leave",
            "description": "Owners remove anybody; everybody may leave. Pending invitations of an owner who goes end too; whatever else somebody made stays theirs. The last owner cannot go: that is a 409.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "They are no member any more."},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "404": {"$ref": "#/components/responses/404"}, "409": {"$ref": "#/components/responses/409"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        }
        """#
}
