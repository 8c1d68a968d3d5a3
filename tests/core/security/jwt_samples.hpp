// Tokens that must not pass, each signed with the right key unless its name says otherwise, so that only the rule refuses it.
// Made with Python's hmac for key "0123456789abcdef0123456789abcdef", times from 1790000000 to 1790003600.
#pragma once

#include <string_view>
#include <vector>

namespace clocher::security {

inline constexpr std::string_view jwt_test_key = "0123456789abcdef0123456789abcdef";

inline constexpr std::string_view good_jwt =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
    "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.b8iMBE5O3TFiUbSUwXbmCt6NZRr8fwwimNJpLWQImgk";

struct BadJwt {
  std::string_view name;
  std::string_view token;
};

inline const std::vector<BadJwt> bad_jwts = {
    {"alg none without signature",
     "eyJhbGciOiJub25lIn0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybS"
     "IsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ."},
    {"alg none with a right HMAC",
     "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZX"
     "R0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.Kq8gA-BLRwXNy0Imna82crEFlfy4S4FeI3hn_CFEls4"},
    {"alg None in another case",
     "eyJhbGciOiJuT25FIiwidHlwIjoiSldUIn0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZX"
     "R0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.x6OH6ajEwiusfcaa8KRLWdJVcERR4VnUbAgVSVpteNo"},
    {"alg HS384, rightly signed",
     "eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.xLhtFOT1GvLAUfpkbpeQk9TkRfAK0k25i1s_kwu00dS7"
     "jmgcO7ymXx9UEF4561Ga"},
    {"alg HS512, rightly signed",
     "eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.by51udPlgWf2gsx7SiBgwPg5FbaxU7eKyTv4myVrHT5r"
     "jntF9shRQZUM8TVU8Rtk6w_WJG6WgD1pbabkpijkDg"},
    {"alg RS256 over an HMAC (issue 102)",
     "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.wkarnRw6EPrN65av9SuiOuj8cjOTY_9FKiz7U2r4R48"},
    {"alg ES256 over an HMAC",
     "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.A4q-JoWD17tmhjl90A_LdLPdlHyLnRAF3NC5SO1ETOc"},
    {"alg a number (throws in the library)",
     "eyJhbGciOjEyMywidHlwIjoiSldUIn0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZX"
     "IuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.LmyH_oow-0tpHhJayHQjiqn25HT-mPZ9Ei0R1Ebaa-8"},
    {"alg null",
     "eyJhbGciOm51bGwsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0Z"
     "XIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.fdxUwVZbBxlCIu1x11at6ulyH_9QjIu_O0m6j7o--pQ"},
    {"alg a list",
     "eyJhbGciOlsiSFMyNTYiXSwidHlwIjoiSldUIn0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3"
     "NsZXR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.X0lGYxsO4cWWGDGxfraoNyGYWbWvDCGiRpcdvxdIU"
     "uE"},
    {"alg an object",
     "eyJhbGciOnt9LCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXI"
     "uY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.emCrB6BduhRLTnk6_FZP_WrpG3KJekHnbl4JHmzQtSU"},
    {"alg absent",
     "eyJ0eXAiOiJKV1QifQ.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybSI"
     "sImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.Aby3v9LC35V5X0bbyewgpCam4si3CHV4SMzDAwoedac"},
    {"header typ a number",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6MX0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZX"
     "IuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.W0lMBAAB7rQaJQ-QxVip19iz2vnmrLzW0R88XOuv-NM"},
    {"header typ another",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXRSJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.3_R0H0evq23C4vmDntCzymDsZljyQlgIdfFvP-B8eCU"},
    {"header with a key of its own",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImp3ayI6eyJrdHkiOiJvY3QiLCJrIjoiQUEifX0.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNz"
     "IyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.B05yx"
     "06Kl5dkT7jrsxf_AQh_0gCB0qgEGYz7lOH6dwo"},
    {"header with a critical extension",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImNyaXQiOlsieCJdLCJ4IjoxfQ.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWI"
     "iOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.YzuIps_7Vh9zNE_vY0"
     "aMuYdLBHeZ0MmTZR0A7PQ1h1Y"},
    {"header an array",
     "WyJIUzI1NiJd.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybSIsImlhd"
     "CI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.P5ux0OKo5Beu65nDswRPa5R-R48qrY_qSk5cnFysP-g"},
    {"header not JSON",
     "SFMyNTY.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybSIsImlhdCI6MT"
     "c5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.O2NXziBvliO0wXxrESKs0opYUlVZzb7Rs3FYylAtCJo"},
    {"header empty",
     ".eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwM"
     "DAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.b8iMBE5O3TFiUbSUwXbmCt6NZRr8fwwimNJpLWQImgk"},
    {"no exp",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMH0.b36-jD8SLFvfDSQI1Yd_sxdMSc_fa9ctJCc-K1vsyKs"},
    {"a negative exp",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjotMX0.RCU1PM_pN-izaUR3FAR_OpjxmQ1LkmiDBolAfcS7yDI"},
    {"exp zero",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjowfQ.IuLaKNnj9x8t-bTv3XzVqE7FYNC4pAgPL9cQYDu1Cmg"},
    {"exp a text",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoiMTc5MDAwMzYwMCJ9.Fvkbxg4WIx9CepQEMnaJRsk4x0J1l67h-wdXcF29kH"
     "o"},
    {"exp a fraction",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwLjV9.9DQoicJOwWkh3MWgIDZ-4cv2ppQHFObnyZQvOwN4gy"
     "c"},
    {"exp beyond 64 bits",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMH0.dmnDP18FHOmno0CMHs9effh"
     "ZuoQN9ugQ8mxsSbkPIK0"},
    {"exp unsigned beyond signed",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxODQ0Njc0NDA3MzcwOTU1MTYxNX0.b_cFEwrGK_OJUnBcneDeIbe3ypOgLU8"
     "fqTLNpgatxJM"},
    {"exp null",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjpudWxsfQ.3a8kv6ycO6FyiUE8YbUl0PiNNPap7fE3ZOvaVkkF7NM"},
    {"exp true",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjp0cnVlfQ.NnCqWfoiV3a_P-suC7pgw48rdehNPUUnMJ4rngB_pg0"},
    {"exp before iat",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzg5OTk5OTk5fQ.dLma96N24pk86f-vmv7p8MSoYorvplBeUTtbmkz45FQ"},
    {"no iat",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImV4cCI6MTc5MDAwMzYwMH0._EbqPTsEI53rDMBzuyFUrtl6quPqRlTvkHzuXC-rnW8"},
    {"a negative iat",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6LTUsImV4cCI6MTc5MDAwMzYwMH0.t4U8VXfglWFoe_-0MgrsJsGX6Cjz5b1o9LWMAu6zVG0"},
    {"iat an hour ahead",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMzU5OSwiZXhwIjoxNzkwMDAzNjAwfQ._llCMGKbXse3H0UbCyNUyJtl4cJW91wwwgBEqtlLNw8"},
    {"iat a text",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6IngiLCJleHAiOjE3OTAwMDM2MDB9.dpKqhIn4IJMdG8s6zolWIxhrsVooe4tZLNYKNG-yUdo"},
    {"no iss",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiI3MjIxMyIsInN1YiI6IjQyIiwidHlwIjoibmV3c2xldHRlci5jb25maXJtIiwia"
     "WF0IjoxNzkwMDAwMDAwLCJleHAiOjE3OTAwMDM2MDB9.4AOT1pccLnAKit7B4YFs723wGKXsM9ZYdD2WDa4fqaU"},
    {"another iss",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyMiIsImF1ZCI6IjcyMjEzIiwic3ViIjoiNDIiLCJ0eXAiOiJuZXdzb"
     "GV0dGVyLmNvbmZpcm0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.liP_4s9lGj7u91Zo5sjQ5WUvMJzvCqsf9mSFokWhnQM"},
    {"iss a number",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOjEsImF1ZCI6IjcyMjEzIiwic3ViIjoiNDIiLCJ0eXAiOiJuZXdzbGV0dGVyLmNvb"
     "mZpcm0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.pSLD_SU-p7UaMX7Rm_r3JeSUotGzEaJRtnF9URi9mZU"},
    {"no aud",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwic3ViIjoiNDIiLCJ0eXAiOiJuZXdzbGV0dGVyLmNvbmZpcm0iL"
     "CJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.JleFHvFfkHM58GAZNFMyTn1LAA4dXaPZ0z2wKQU5aUU"},
    {"aud of another commune",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIwMDEiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.Rq1M_2873lxxZR1FOxQ0R2C9na3pyNeMi6X7E9Mygm0"},
    {"aud a list with ours",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjpbIjcyMjEzIiwiNzIwMDEiXSwic3ViIjoiNDIiLCJ0e"
     "XAiOiJuZXdzbGV0dGVyLmNvbmZpcm0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.QR8Cn-gbGaNTfpnLakSVkzYuVfJL2tm"
     "eTM18S4AeGgM"},
    {"aud a number",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjo3MjIxMywic3ViIjoiNDIiLCJ0eXAiOiJuZXdzbGV0d"
     "GVyLmNvbmZpcm0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.fa4-IZX6mz6SRYYgq2Lt344OoLwV6bYGscPjohk29GQ"},
    {"aud null",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjpudWxsLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZXR0Z"
     "XIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.0jqah8T-E3FBRxf0Fo23LdNBvmndl5gc66W3CNOm0IU"},
    {"no sub",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJ0eXAiOiJuZXdzbGV0dGVyLmNvbmZpc"
     "m0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.lEtj8FPoYLNch9BTEEBDrFTG7Qwg73Vj7XJMbEjvUCw"},
    {"an empty sub",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiIiLCJ0eXAiOiJuZXdzbGV0d"
     "GVyLmNvbmZpcm0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.YK2GBdpgYIaPXQG7UNOtjmVh3HxK2Hy2hzC5hjPfI-c"},
    {"sub a number",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOjQyLCJ0eXAiOiJuZXdzbGV0d"
     "GVyLmNvbmZpcm0iLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MDAwMzYwMH0.5CSmeTtqRE7poSdKxOdVJvGRljov2TXsTElTyRyr72k"},
    {"no typ",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsImlhdCI6MTc5MDAwM"
     "DAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.5EDuBGfXB_ONxE5vZ7hYi_JNIK7RKiMN96VZQRBdehc"},
    {"another typ",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6InBhc3N3b"
     "3JkLnJlc2V0IiwiaWF0IjoxNzkwMDAwMDAwLCJleHAiOjE3OTAwMDM2MDB9.1zy2s_g_8o_UJAFlnFi1YHcr2E9x-V-IrnsoGUBCcG4"},
    {"typ a number",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6MSwiaWF0I"
     "joxNzkwMDAwMDAwLCJleHAiOjE3OTAwMDM2MDB9.zCXeXbwI2zQpSqWSF_IM4spQHcadTsD9QVIQdM0XaV4"},
    {"claims not JSON", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.aGVsbG8.1bcOJyVl778ASzRr5F_ou3qU53qYwDABDwZmwsLttY4"},
    {"claims an array", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.WzEsMl0.UnVrkgPBds2H3LcKR1sIlVSWmiYy7LdO20_JPsyFICY"},
    {"claims a text", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.Ingi.TXPOhsb9IlccX7lVhTWXzT07OdwMn9cASMOGlMxZnT0"},
    {"claims null", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.bnVsbA.DxF7qvi-DskBRYUp9PWe8PnvdmuzcqtaZX_z6ykpChU"},
    {"claims cut short",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiAiY2xvY2hlciIsICJhdWQiOiAiNzIyMTMiLCAic3ViIjogIjQyIiwgInR5cCI6I"
     "CJuZXdzbGV0dGVyLmNvbmZpcm0iLCAiaWF0IjogMTc5MDAwMDAwMCwgImV4cCI6IDE3OTAwMA.9wsxbyEkUUqIFZTrP5Y5B_6qongsP9zUQrTg"
     "8R0BfNE"},
    {"claims not UTF-8",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiL__iIsImF1ZCI6IjcyMjEzIiwic3ViIjoiMSIsInR5cCI6Im5ld3NsZXR0ZXIuY"
     "29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.GACC8f9zAJB9mtbXNkCBmODfYKvCt6i3LlW7z8pfW-g"},
    {"claims nested a thousand deep",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.W1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW"
     "1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t"
     "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW"
     "1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t"
     "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW"
     "1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t"
     "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW"
     "1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t"
     "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW"
     "1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t"
     "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW"
     "1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t"
     "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbWw.ZqGUV4y5_iC9_q384HxeFturM9js_MA5S8_M7GWweVM"},
    {"aud twice, ours first",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiAiY2xvY2hlciIsICJhdWQiOiAiNzIyMTMiLCAic3ViIjogIjQyIiwgInR5cCI6I"
     "CJuZXdzbGV0dGVyLmNvbmZpcm0iLCAiaWF0IjogMTc5MDAwMDAwMCwgImV4cCI6IDE3OTAwMDM2MDAsImF1ZCI6IjcyMDAxIn0.rh9hqRKu5HP"
     "VwpopJa9Mv-2_ziv2gopgT1sgYz69l4Q"},
    {"signed with another key",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.Kcqlr3FzbH5iK_7YA6pc5tZ7s3WH8eTcG7VO-4qeodw"},
    {"signed with an empty key",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.qXgb-rdNiE5ljISLd6iduD9iY0GxT-YvgOWnKNKMdLE"},
    {"signed in hexadecimal",
     "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjbG9jaGVyIiwiYXVkIjoiNzIyMTMiLCJzdWIiOiI0MiIsInR5cCI6Im5ld3NsZ"
     "XR0ZXIuY29uZmlybSIsImlhdCI6MTc5MDAwMDAwMCwiZXhwIjoxNzkwMDAzNjAwfQ.5c92424a8406d6b121fb2ae247be1c20ac8a04035245"
     "1c84a87f55c6bd406b14"},
};

}  // namespace clocher::security
