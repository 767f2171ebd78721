import AsyncHTTPClient
import Yams
import Metrics
